// How a wheel shows a course.
import { turnToLine, turnToSector } from './lottery.angle.js';
import { endOf, RAMP_EASING, RAMP_MS, SLOW_EASING, SPEED, turnAt } from './lottery.course.js';
import type { Stage } from './lottery.motion.js';

const transformAt = (turn: number) => `rotate(${turn}turn)`;

export const wheelStage: Stage = {
  speed: SPEED.wheel,
  endOf,
  transformAt,
  /** Three or four keyframes, however long it turns. */
  keyframes(course, ms) {
    const marks: [number, string][] = [
      [0, RAMP_EASING],
      [RAMP_MS, 'linear'],
    ];
    if (course.until < ms) marks.push([course.until, SLOW_EASING]);
    marks.push([ms, 'linear']);
    return marks.map(([at, easing]) => ({
      offset: at / ms,
      easing,
      transform: transformAt(turnAt(course, at)),
    }));
  },
  turnTo: (index, count, random) => turnToSector(index, count, random()),
  turnToNone: (count) => turnToLine(0, count),
};
