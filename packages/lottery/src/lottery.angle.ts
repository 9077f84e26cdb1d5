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

/** The outline of a sector that points up, around (0, 0), as an SVG path. */
export function sectorPath(count: number, radius: number): string {
  const half = Math.PI / count;
  const x = round(Math.sin(half) * radius);
  const y = round(-Math.cos(half) * radius);
  return `M0 0L${-x} ${y}A${radius} ${radius} 0 0 1 ${x} ${y}z`;
}

const round = (value: number) => Math.round(value * 100) / 100;
