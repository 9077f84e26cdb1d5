// What every painting function is given.
import type { Box } from '../layout/place.js';
import type { Context } from './canvas.js';
import type { QrPlan } from './qr-plan.js';

/** A picture that is ready to be drawn. */
export type Bitmap = ImageBitmap | HTMLImageElement | HTMLCanvasElement | OffscreenCanvas;

/** A picture's area in pixels, for the self-check. */
export interface Mark extends Box {
  /** The layer as errors call it. */
  name: string;
  /** What should be seen there. */
  bitmap: Bitmap;
  /** How many boxes were painted before: those after it may cover it. */
  after: number;
}

export interface Painter {
  context: Context;
  /** Pixels per design unit. */
  ratio: number;
  /** Product of the opacities above. */
  alpha: number;
  /** True inside a turned layer, where edges cannot lie on whole pixels. */
  turned: boolean;
  /** Pictures by their key. */
  bitmaps: ReadonlyMap<string, Bitmap>;
  /** QR codes by layer. */
  plans: ReadonlyMap<object, QrPlan>;
  /** Areas of pictures, in the order of painting. */
  marks: Mark[];
  /** Areas of everything that was painted, in pixels and in order. */
  boxes: Box[];
}

/** The box with its edges on whole pixels, so that they stay sharp. */
export function snap(painter: Painter, box: Box): Box {
  if (painter.turned) return box;
  const round = (value: number) => Math.round(value * painter.ratio) / painter.ratio;
  const [x, y] = [round(box.x), round(box.y)];
  return { x, y, width: round(box.x + box.width) - x, height: round(box.y + box.height) - y };
}
