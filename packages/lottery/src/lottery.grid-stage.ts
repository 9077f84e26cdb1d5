// How nine squares show a course: one light jumps from square to square.
import { SPEED } from './lottery.course.js';
import type { Stage } from './lottery.motion.js';
import { cellAt, placeOf, prizesInCells, stepsOf, turnToCell } from './lottery.path.js';

const moveTo = (cell: number) => {
  const [column, row] = placeOf(cell);
  return `translate(${column * 100}%,${row * 100}%)`;
};

/** How long the last square is lit before it counts as rest. */
const HOLD_MS = 250;

export const gridStage: Stage = {
  speed: SPEED.grid,
  endOf: (course) => stepsOf(course).pop()!.at + HOLD_MS,
  transformAt: (turn) => moveTo(cellAt(turn)),
  // A wait may be long, and each square costs a keyframe.
  portion: 2500,
  /** One keyframe for each square that is passed. */
  keyframes(course, start, end) {
    const frames = stepsOf(course, start, end).map(({ at, cell }) => ({
      offset: (at - start) / (end - start),
      easing: 'step-end',
      transform: moveTo(cell),
    }));
    return [...frames, { ...frames[frames.length - 1]!, offset: 1 }];
  },
  turnTo(index, count, random) {
    const cells = prizesInCells(count).flatMap((prize, cell) => (prize === index ? [cell] : []));
    return turnToCell(cells[Math.floor(random() * cells.length)]!);
  },
  turnToNone: () => turnToCell(0),
};
