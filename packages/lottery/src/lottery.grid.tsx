// The nine squares: prizes around the button, and one light that jumps from square to square.
import { adoptStyles, localize } from '@fanfare/core';
import type { FaceProps } from './lottery.face.js';
import gridCss from './lottery.grid.css?inline';
import { sizeOf } from './lottery.name.js';
import { prizesInCells } from './lottery.path.js';
import { Picture } from './lottery.picture.js';

export { gridStage } from './lottery.grid-stage.js';

const NAME_WIDTH = 82;
/** The cell at each place, row by row; the button stands in the middle. */
const CELL_AT = [0, 1, 2, 7, undefined, 3, 6, 5, 4];

const adoptGridStyles = (element: HTMLElement | null) => {
  if (element) adoptStyles(element.getRootNode() as ShadowRoot, [gridCss]);
};

export function Grid({ prizes, locale, label, extras, turns, children }: FaceProps) {
  const inCells = prizesInCells(prizes.length);
  return (
    <div class="face grid" ref={adoptGridStyles}>
      <div class="rim" part="rim" role="img" aria-label={label} />
      <div class="cells">
        {CELL_AT.map((cell) => {
          if (cell === undefined) return children;
          const { name, kind, image } = prizes[inCells[cell]!]!;
          const words = localize(name, locale);
          return (
            <div class="cell" part="cell" aria-hidden="true">
              <Picture image={image} icon={extras?.ICONS[kind]} />
              <span class="name" style={{ '--_s': sizeOf(words, NAME_WIDTH) - 1 }}>
                {words}
              </span>
            </div>
          );
        })}
        <div class="turns light" part="light" ref={turns} />
      </div>
    </div>
  );
}
