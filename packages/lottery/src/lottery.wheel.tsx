// The wheel: sectors in SVG, names and pictures above them, one layer that turns.
import { localize } from '@fanfare/core';
import type { FaceProps } from './lottery.face.js';
import { sizeOf } from './lottery.name.js';
import { Picture } from './lottery.picture.js';
import { sectorPath } from './lottery.sector.js';

/** Design pixels from the middle to where names end. */
const NAME_RADIUS = 104;

export function Wheel({ prizes, locale, label, extras, turns, children }: FaceProps) {
  const count = prizes.length;
  const width = Math.min(110, 2 * NAME_RADIUS * Math.sin(Math.PI / count) - 6);
  const box = { '--_w': width, '--_p': Math.min(46, width / 2) };
  return (
    <div class="face" style={box}>
      <div class="rim" part="rim" role="img" aria-label={label} />
      <div class="turns disc" part="wheel" ref={turns} aria-hidden="true">
        <svg class="sectors" viewBox="-100 -100 200 200" aria-hidden="true">
          {prizes.map((_, index) => (
            <path
              class={`tone-${toneOf(index, count)}`}
              d={sectorPath(count, 99)}
              transform={`rotate(${(index * 360) / count})`}
            />
          ))}
        </svg>
        {prizes.map(({ name, kind, image }, index) => {
          const words = localize(name, locale);
          return (
            <div class="slot" style={{ transform: `rotate(${index / count}turn)` }}>
              <span class="name" style={{ '--_s': sizeOf(words, width) }}>
                {words}
              </span>
              <Picture image={image} icon={extras?.ICONS[kind]} />
            </div>
          );
        })}
      </div>
      {extras && <extras.Lights />}
      <svg class="pointer" part="pointer" viewBox="0 0 40 52" aria-hidden="true">
        <path d="M20 51L5 24a17 17 0 1 1 30 0z" />
        <circle cx="20" cy="17" r="8" />
      </svg>
      {children}
    </div>
  );
}

/** Two tones in turn; an odd wheel closes with a third. */
const toneOf = (index: number, count: number) => (count % 2 && index === count - 1 ? 2 : index % 2);
