// Roughly where layers lie, without measuring text: enough to see what is over what.
import type { Box } from '../layout/place.js';
import type { Text } from '../scene/layer-base.js';
import type { Layer } from '../scene/layers.js';

export interface Outlined {
  layer: Layer;
  path: readonly number[];
  /** In design units from the poster's corner. */
  box: Box;
}

/** Every layer with its box, groups before their content, in the order of painting. */
export function outline(layers: readonly Layer[], x = 0, y = 0, path: readonly number[] = []): Outlined[] {
  return layers.flatMap((layer, index) => {
    const here = [...path, index];
    const box = boxOf(layer, x + (layer.x ?? 0), y + (layer.y ?? 0));
    return [
      { layer, path: here, box },
      ...(layer.type === 'group' ? outline(layer.layers, box.x, box.y, here) : []),
    ];
  });
}

function boxOf(layer: Layer, x: number, y: number): Box {
  switch (layer.type) {
    case 'text': {
      const line = (layer.size ?? 28) * (layer.lineHeight ?? 1.4);
      return {
        x,
        y,
        width: layer.width ?? layer.maxWidth ?? lettersOf(layer.text) * (layer.size ?? 28),
        height: layer.height ?? line * (layer.maxLines ?? 1),
      };
    }
    case 'avatar':
    case 'qr':
      return { x, y, width: layer.size, height: layer.size };
    default:
      return { x, y, width: layer.width ?? 0, height: layer.height ?? 0 };
  }
}

/** Letters of a text, as far as they are known: a binding counts as a short name. */
const lettersOf = (text: Text) =>
  Math.max(
    ...(typeof text === 'string' ? [text] : Object.values(text)).map(
      (one) => one.replace(/\{[^}]*}/g, 'a name').length,
    ),
  );

/** How much of `box` lies under `cover`, from 0 to 1. */
export function covered(box: Box, cover: Box): number {
  const width = Math.min(box.x + box.width, cover.x + cover.width) - Math.max(box.x, cover.x);
  const height = Math.min(box.y + box.height, cover.y + cover.height) - Math.max(box.y, cover.y);
  const area = box.width * box.height;
  return width > 0 && height > 0 && area > 0 ? (width * height) / area : 0;
}
