// The way around the nine squares: eight cells clockwise from the top left, the button in the middle.
import { type Course, endOf, timeOf, turnAt } from './lottery.course.js';

export const CELLS = 8;

/** Column and row of each cell. */
const PLACES = [
  [0, 0],
  [1, 0],
  [2, 0],
  [2, 1],
  [2, 2],
  [1, 2],
  [0, 2],
  [0, 1],
] as const;

/** Column and row, from 0, of the cell that is lit at `step`. */
export const placeOf = (step: number): readonly [number, number] => PLACES[step % CELLS]!;

/** The cell that is lit at `turn`. */
export const cellAt = (turn: number): number => ((Math.floor(turn * CELLS) % CELLS) + CELLS) % CELLS;

/** The turn at which cell `index` is lit, in its middle. */
export const turnToCell = (index: number): number => (index + 0.5) / CELLS;

/** The prize in each cell: fewer than eight prizes go around again. */
export const prizesInCells = (count: number): number[] =>
  Array.from({ length: CELLS }, (_, cell) => cell % count);

/** One light: from when on, in ms, which cell. */
export interface Step {
  at: number;
  cell: number;
}

/** Every cell that the light passes between two moments of a course. */
export function stepsOf(course: Course, start = 0, end: number = endOf(course)): Step[] {
  const first = Math.floor(turnAt(course, start) * CELLS + 1e-9);
  const last = Math.floor(turnAt(course, end) * CELLS);
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    at: index ? timeOf(course, (first + index) / CELLS) : start,
    cell: (first + index) % CELLS,
  }));
}
