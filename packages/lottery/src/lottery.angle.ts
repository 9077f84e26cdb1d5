// Where the wheel must stand for the pointer at its top to show a prize. Sector 0 is at the top of a wheel at rest.

/** The part of a sector, around its middle, in which a wheel may come to rest: clearly inside. */
const INSIDE = 0.7;

/** The turn at which the pointer shows sector `index` of `count`; `chance` in [0, 1) chooses where in it. */
export const turnToSector = (index: number, count: number, chance: number): number =>
  1 - (index + (chance - 0.5) * INSIDE) / count;

/** The turn at which the pointer shows the line after sector `index`: no prize. */
export const turnToLine = (index: number, count: number): number => 1 - (index + 0.5) / count;

/** The sector under the pointer. */
export const sectorAt = (turn: number, count: number): number =>
  ((Math.round(-turn * count) % count) + count) % count;
