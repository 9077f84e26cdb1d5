// The nine squares: prizes around the button, and one light that jumps from square to square.
import { adoptStyles, localize } from '@fanfare/core';
import type { Draw } from '@fanfare/protocol';
import type { FaceProps } from './lottery.face.js';
import gridCss from './lottery.grid.css?inline';
import type { Stage } from './lottery.motion.js';
import { sizeOf } from './lottery.name.js';
import { CELLS, cellAt, placeOf, prizesInCells, stepsOf, turnToCell } from './lottery.path.js';
import { Picture } from './lottery.picture.js';
import { Spinner } from './lottery.spinner.js';

const moveTo = (cell: number) => {
  const [column, row] = placeOf(cell);
  return `translate(${column * 100}%,${row * 100}%)`;
};

/** One keyframe for each square that is passed. */
export const gridStage: Stage = {
  kind: 'grid',
  transformAt: (turn) => moveTo(cellAt(turn)),
  keyframes(course, ms) {
    const frames = stepsOf(course, ms).map(({ at, cell }) => ({
      offset: at / ms,
      easing: 'step-end',
      transform: moveTo(cell),
    }));
    return [...frames, { ...frames[frames.length - 1]!, offset: 1 }];
  },
};

const adoptGridStyles = (element: HTMLElement | null) => {
  if (element) adoptStyles(element.getRootNode() as ShadowRoot, [gridCss]);
};

const NAME_WIDTH = 82;
/** The button's place among the squares, row by row. */
const MIDDLE = 4;
/** The cell at each of the other places. */
const CELL_AT = [0, 1, 2, 7, -1, 3, 6, 5, 4];

export function Grid({ prizes, locale, random, children, label, ...spinner }: FaceProps) {
  const inCells = prizesInCells(prizes.length);
  const turnTo = ({ prize }: Draw) => {
    const index = prizes.findIndex(({ id }) => id === prize);
    const cells = inCells.flatMap((at, cell) => (at === index ? [cell] : []));
    return turnToCell(cells[Math.floor(random() * cells.length)] ?? CELLS);
  };
  return (
    <div class="grid" ref={adoptGridStyles}>
      <div class="rim" part="rim" role="img" aria-label={label} />
      <div class="cells">
        {CELL_AT.map((cell, place) => {
          if (place === MIDDLE) return children;
          const prize = prizes[inCells[cell]!]!;
          const name = localize(prize.name, locale);
          return (
            <div class="cell" part="cell" aria-hidden="true">
              <Picture kind={prize.kind} image={prize.image} />
              <span class="name" style={{ '--_s': sizeOf(name, NAME_WIDTH, 2) - 1 }}>
                {name}
              </span>
            </div>
          );
        })}
        <Spinner {...spinner} stage={gridStage} turnTo={turnTo} nowhere={turnToCell(0)} />
      </div>
    </div>
  );
}
