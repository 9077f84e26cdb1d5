// Paints placed layers in one pass.
import type { Placed } from '../layout/place.js';
import type { Fill } from '../scene/fill.js';
import { traceRect } from './canvas.js';
import { styleOf } from './fill.js';
import type { Painter } from './painter.js';
import { paintAvatar, paintImage } from './picture.js';
import { inPixels } from './pixels.js';
import { paintQr } from './qr.js';
import { paintShape, turn } from './shape.js';
import { paintText } from './text.js';

/** Paints each layer over those before it. */
export function paintLayers(painter: Painter, layers: readonly Placed[]): void {
  for (const placed of layers) paintLayer(painter, placed);
}

function paintLayer(painter: Painter, placed: Placed): void {
  const { context } = painter;
  const { layer } = placed;
  if (layer.opacity === 0) return;
  const inner: Painter = {
    ...painter,
    alpha: painter.alpha * (layer.opacity ?? 1),
    turned: painter.turned || Boolean(layer.rotate),
  };
  const plain = !layer.rotate && !layer.blend && !('children' in placed && placed.layer.clip !== undefined);
  if (!plain) context.save();
  if (layer.rotate) turn(context, layer.rotate, placed.x + placed.width / 2, placed.y + placed.height / 2);
  if (layer.blend) context.globalCompositeOperation = layer.blend === 'normal' ? 'source-over' : layer.blend;
  context.globalAlpha = inner.alpha;
  if (!('children' in placed)) painter.boxes.push(inPixels(placed, painter.ratio));
  if ('children' in placed) paintGroup(inner, placed);
  else if ('block' in placed) paintText(inner, placed);
  else paintLeaf(inner, placed);
  context.globalAlpha = painter.alpha;
  if (!plain) context.restore();
}

function paintGroup(painter: Painter, placed: Extract<Placed, { children: Placed[] }>): void {
  if (placed.layer.clip !== undefined) {
    painter.context.beginPath();
    traceRect(painter.context, placed.x, placed.y, placed.width, placed.height, placed.layer.clip);
    painter.context.clip();
  }
  paintLayers(painter, placed.children);
}

function paintLeaf(
  painter: Painter,
  placed: Exclude<Placed, { children: Placed[] } | { block: unknown }>,
): void {
  const { layer } = placed;
  if (layer.type === 'image') paintImage(painter, layer, placed);
  else if (layer.type === 'avatar') paintAvatar(painter, layer, placed);
  else if (layer.type === 'qr') paintQr(painter, layer);
  else paintShape(painter, layer, placed);
}

/** Fills the whole canvas, also where rounding leaves a fraction of a pixel, and sets the scale. */
export function paintBackground(
  { context, ratio }: Painter,
  background: Fill | undefined,
  width: number,
  height: number,
  seeThrough: boolean,
): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  const box = { x: 0, y: 0, width, height };
  if (!seeThrough) {
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, width, height);
  }
  context.fillStyle = styleOf(context, background ?? '#ffffff', box);
  context.fillRect(0, 0, width, height);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
}
