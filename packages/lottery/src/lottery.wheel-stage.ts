// How a wheel shows a course.
import { turnToLine, turnToSector } from './lottery.angle.js';
import { endOf, RAMP_EASING, RAMP_MS, SLOW_EASING, SPEED, turnAt } from './lottery.course.js';
import type { Stage } from './lottery.motion.js';

const transformAt = (turn: number) => `rotate(${turn}turn)`;

export const wheelStage: Stage = {
  speed: SPEED.wheel,
  portion: Number.POSITIVE_INFINITY,
  endOf,
  transformAt,
  /** Three or four keyframes, however long it turns; always from the start, where the easings belong. */
  keyframes(course, _start, end) {
    const marks: [number, string][] = [
      [0, RAMP_EASING],
      [RAMP_MS, 'linear'],
    ];
    if (course.until < end) marks.push([course.until, SLOW_EASING]);
    marks.push([end, 'linear']);
    return marks.map(([at, easing]) => ({
      offset: at / end,
      easing,
      transform: transformAt(turnAt(course, at)),
    }));
  },
  turnTo: (index, count, random) => turnToSector(index, count, random()),
  turnToNone: (count) => turnToLine(0, count),
};
