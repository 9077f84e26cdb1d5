// Canvases of either kind: `<canvas>` on a page, OffscreenCanvas in a worker.
import { FanfareError } from '@fanfare/core/errors';

export type Canvas = HTMLCanvasElement | OffscreenCanvas;
export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Makes an empty canvas; tests bring one that fails. */
export type CreateCanvas = (width: number, height: number) => Canvas;

/** The largest area that iOS draws: 4096 x 4096. Above it a canvas stays silently blank. */
export const MAX_PIXELS = 16_777_216;
/** Longest side that every engine accepts. */
export const MAX_SIDE = 16_384;

/** A canvas of the kind that this thread has. */
export const createCanvas: CreateCanvas = (width, height) => {
  if (typeof document === 'undefined') return new OffscreenCanvas(width, height);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
};

/**
 * A canvas with its context.
 * @throws FanfareError `canvas_failed` where the device gives none, usually for want of memory.
 */
export function openCanvas(
  create: CreateCanvas,
  width: number,
  height: number,
  options: CanvasRenderingContext2DSettings,
) {
  let context: Context | null = null;
  let cause: unknown;
  try {
    const canvas = create(width, height);
    context = canvas.getContext('2d', options) as Context | null;
    if (context && canvas.width === width && canvas.height === height) return { canvas, context };
    releaseCanvas(canvas);
  } catch (error) {
    cause = error;
  }
  throw new FanfareError(
    'poster',
    'canvas_failed',
    `The device gave no canvas of ${width} x ${height} pixels. Lower "pixelRatio" or "maxPixels".`,
    cause,
  );
}

/** Gives the memory back at once; iOS keeps a canvas' pixels until it is collected otherwise. */
export function releaseCanvas(canvas: Canvas): void {
  canvas.width = 0;
  canvas.height = 0;
}

/** Traces a rectangle with rounded corners (`roundRect` is missing before Safari 16 and Chromium 99). */
export function traceRect(
  path: Context | Path2D,
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number | readonly [number, number, number, number] = 0,
): void {
  const corners = typeof radius === 'number' ? [radius, radius, radius, radius] : radius;
  const most = Math.min(width, height) / 2;
  const [tl, tr, br, bl] = corners.map((corner) => Math.min(corner, most)) as [
    number,
    number,
    number,
    number,
  ];
  if (!(tl || tr || br || bl)) {
    path.rect(x, y, width, height);
    return;
  }
  path.moveTo(x + tl, y);
  path.arcTo(x + width, y, x + width, y + height, tr);
  path.arcTo(x + width, y + height, x, y + height, br);
  path.arcTo(x, y + height, x, y, bl);
  path.arcTo(x, y, x + width, y, tl);
  path.closePath();
}
