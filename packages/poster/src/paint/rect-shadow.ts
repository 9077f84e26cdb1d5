// A blurred shadow costs by its area. The shadow of a large rounded rectangle is the same along each edge, so a
// small one is blurred once and its corners and edges are stretched around the large one.
import type { Box } from '../layout/place.js';
import type { ResolvedShape } from '../scene/resolved.js';
import { createCanvas, releaseCanvas, traceRect } from './canvas.js';
import type { Painter } from './painter.js';

/** Paints the shadow of a large, upright rectangle; false where the canvas has to do it. */
export function paintRectShadow(painter: Painter, layer: ResolvedShape, box: Box): boolean {
  const { context, ratio } = painter;
  const { shadow } = layer;
  const radius = layer.radius ?? 0;
  if (!shadow?.blur || layer.shape === 'ellipse' || layer.shape === 'path' || typeof radius !== 'number')
    return false;
  if (painter.turned || layer.repeat) return false;

  const spread = Math.ceil(shadow.blur * ratio * 1.5);
  const corner = Math.ceil(Math.min(radius, box.width / 2, box.height / 2) * ratio) + spread;
  const [width, height] = [Math.round(box.width * ratio), Math.round(box.height * ratio)];
  const inner = 2 * corner + 1;
  if (width <= inner || height <= inner) return false;

  const size = inner + 2 * spread;
  const tile = createCanvas(size, size);
  const brush = tile.getContext('2d') as CanvasRenderingContext2D | null;
  if (!brush) return false;
  // Only the shadow is wanted: the rectangle that casts it stands outside the tile.
  brush.shadowColor = shadow.color;
  brush.shadowBlur = shadow.blur * ratio;
  brush.shadowOffsetX = 2 * size;
  brush.beginPath();
  traceRect(brush, spread - 2 * size, spread, inner, inner, radius * ratio);
  brush.fill();

  const left = Math.round((box.x + (shadow.x ?? 0)) * ratio) - spread;
  const top = Math.round((box.y + (shadow.y ?? 0)) * ratio) - spread;
  const edge = corner + spread;
  const cuts = (start: number, length: number) =>
    [
      [0, edge, start, edge],
      [edge, 1, start + edge, length + 2 * spread - 2 * edge],
      [edge + 1, edge, start + length + 2 * spread - edge, edge],
    ] as const;
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.imageSmoothingEnabled = false;
  for (const [sourceY, sourceHeight, y, tall] of cuts(top, height))
    for (const [sourceX, sourceWidth, x, wide] of cuts(left, width))
      context.drawImage(tile, sourceX, sourceY, sourceWidth, sourceHeight, x, y, wide, tall);
  context.restore();
  releaseCanvas(tile);
  return true;
}
