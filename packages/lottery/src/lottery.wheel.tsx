// The wheel: sectors in SVG, names and pictures above them, one layer that turns.
import { localize } from '@fanfare/core';
import type { Draw, PublicPrize } from '@fanfare/protocol';
import { sectorPath, turnToLine, turnToSector } from './lottery.angle.js';
import { type Course, RAMP_EASING, RAMP_MS, SLOW_EASING, turnAt } from './lottery.course.js';
import type { FaceProps } from './lottery.face.js';
import type { Stage } from './lottery.motion.js';
import { sizeOf } from './lottery.name.js';
import { Picture } from './lottery.picture.js';
import { Spinner } from './lottery.spinner.js';

/** Three or four keyframes, however long it turns. */
export const wheelStage: Stage = {
  kind: 'wheel',
  transformAt: (turn) => `rotate(${turn}turn)`,
  keyframes(course: Course, ms: number) {
    const marks: [number, string][] = [
      [0, RAMP_EASING],
      [RAMP_MS, 'linear'],
    ];
    if (course.until < ms) marks.push([course.until, SLOW_EASING]);
    marks.push([ms, 'linear']);
    return marks.map(([at, easing]) => ({
      offset: at / ms,
      easing,
      transform: this.transformAt(turnAt(course, at)),
    }));
  },
};

/** Design pixels from the middle to where names begin. */
const NAME_RADIUS = 104;

export function Wheel({ prizes, locale, random, children, label, ...spinner }: FaceProps) {
  const count = prizes.length;
  const turnTo = ({ prize }: Draw) => {
    const index = prizes.findIndex(({ id }) => id === prize);
    return index < 0 ? turnToLine(0, count) : turnToSector(index, count, random());
  };
  const width = Math.min(110, 2 * NAME_RADIUS * Math.sin(Math.PI / count) - 6);
  const rotate = (index: number) => `rotate(${index / count}turn)`;
  return (
    <div class="wheel">
      <div class="rim" part="rim" role="img" aria-label={label} />
      <Bulbs />
      <Spinner {...spinner} stage={wheelStage} turnTo={turnTo} nowhere={turnToLine(0, count)}>
        <svg class="sectors" viewBox="-100 -100 200 200" aria-hidden="true">
          {prizes.map((_, index) => (
            <path
              class={`sector tone-${toneOf(index, count)}`}
              d={sectorPath(count, 99)}
              transform={`rotate(${(index * 360) / count})`}
            />
          ))}
        </svg>
        {prizes.map((prize, index) => (
          <Label prize={prize} locale={locale} width={width} transform={rotate(index)} />
        ))}
      </Spinner>
      <div class="shine" />
      <svg class="pointer" part="pointer" viewBox="0 0 40 52" aria-hidden="true">
        <path class="pointer-body" d="M20 51L5 24a17 17 0 1 1 30 0z" />
        <circle class="pointer-gem" cx="20" cy="17" r="8" />
      </svg>
      {children}
    </div>
  );
}

interface LabelProps {
  prize: PublicPrize;
  locale: string;
  width: number;
  transform: string;
}

function Label({ prize, locale, width, transform }: LabelProps) {
  const name = localize(prize.name, locale);
  const size = sizeOf(name, width, 2);
  return (
    <div class="slot" style={{ transform, '--_w': width, '--_p': Math.min(46, width / 2) }}>
      <span class="name" style={{ '--_s': size }}>
        {name}
      </span>
      <Picture kind={prize.kind} image={prize.image} />
    </div>
  );
}

/** Two tones in turn; an odd wheel closes with a third. */
const toneOf = (index: number, count: number) => (count % 2 && index === count - 1 ? 2 : index % 2);

/** A ring of lights: round dashes, every other one in a layer of its own, so that they can blink in turn. */
const Bulbs = () => (
  <>
    {['even', 'odd'].map((name) => (
      <svg class={`bulbs ${name}`} viewBox="-100 -100 200 200" aria-hidden="true">
        <circle r="92.5" pathLength="24" transform={`rotate(${name === 'odd' ? 15 : 0})`} />
      </svg>
    ))}
  </>
);
