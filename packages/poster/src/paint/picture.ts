import { cssFont, familyOf } from '../layout/measure.js';
import type { Box } from '../layout/place.js';
import type { Shadow, Stroke } from '../scene/fill.js';
import type { ResolvedAvatar, ResolvedImage } from '../scene/resolved.js';
import { type Context, traceRect } from './canvas.js';
import { styleOf, useShadow, useStroke } from './fill.js';
import { type Bitmap, type Painter, snap } from './painter.js';
import { inPixels } from './pixels.js';

/** Paints a picture, cut to its corners or mask. */
export function paintImage(painter: Painter, layer: ResolvedImage, place: Box): void {
  const bitmap = layer.source === undefined ? undefined : painter.bitmaps.get(layer.source);
  if (!bitmap) return;
  const box = snap(painter, place);
  if (!layer.mask && !layer.blend) mark(painter, layer.name, box, bitmap);
  const outline = layer.mask && layer.mask !== 'circle' ? new Path2D(layer.mask) : undefined;
  const radius = layer.mask === 'circle' ? Math.min(box.width, box.height) / 2 : (layer.radius ?? 0);
  cutOut(painter, box, radius, outline, layer.shadow, () =>
    drawFitted(painter, bitmap, box, layer.fit ?? 'cover', layer.focus),
  );
  if (layer.stroke && !outline) frame(painter.context, box, radius, layer.stroke);
}

/** Paints an avatar, or a disc with the first letter of the name. */
export function paintAvatar(painter: Painter, layer: ResolvedAvatar, place: Box): void {
  const { context } = painter;
  const box = snap(painter, place);
  const radius = layer.shape === 'rounded' ? box.width / 4 : box.width / 2;
  const bitmap = layer.source === undefined ? undefined : painter.bitmaps.get(layer.source);
  if (bitmap) {
    mark(painter, layer.name, box, bitmap);
    cutOut(painter, box, radius, undefined, layer.shadow, () =>
      drawFitted(painter, bitmap, box, 'cover', undefined),
    );
  } else {
    useShadow(painter, layer.shadow);
    context.fillStyle = styleOf(context, layer.fill ?? '#d9d9d9', box);
    context.beginPath();
    traceRect(context, box.x, box.y, box.width, box.height, radius);
    context.fill();
    useShadow(painter, undefined);
    paintInitial(context, layer, box);
  }
  if (layer.stroke) frame(context, box, radius, layer.stroke);
}

function mark({ marks, boxes, ratio, turned }: Painter, name: string, box: Box, bitmap: Bitmap): void {
  if (!turned) marks.push({ name, bitmap, after: boxes.length, ...inPixels(box, ratio) });
}

function paintInitial(context: Context, layer: ResolvedAvatar, box: Box): void {
  context.font = cssFont({
    family: familyOf('sans'),
    size: box.width * 0.46,
    weight: 600,
    italic: false,
    letterSpacing: 0,
  });
  context.fillStyle = layer.color ?? '#ffffff';
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.fillText(layer.initial.toLocaleUpperCase(), box.x + box.width / 2, box.y + box.height * 0.665);
}

function cutOut(
  painter: Painter,
  box: Box,
  radius: number,
  outline: Path2D | undefined,
  shadow: Shadow | undefined,
  draw: () => void,
) {
  const { context } = painter;
  const trace = () => {
    context.beginPath();
    traceRect(context, box.x, box.y, box.width, box.height, radius);
  };
  if (shadow) {
    useShadow(painter, shadow);
    context.fillStyle = '#ffffff';
    trace();
    context.fill();
    useShadow(painter, undefined);
  }
  if (!radius && !outline) return draw();
  context.save();
  if (outline) {
    context.translate(box.x, box.y);
    context.clip(outline);
    context.translate(-box.x, -box.y);
  } else {
    trace();
    context.clip();
  }
  draw();
  context.restore();
}

/** A line along the inside of a box. */
function frame(context: Context, box: Box, radius: number, stroke: Stroke): void {
  const half = stroke.width / 2;
  useStroke(context, stroke, box);
  context.beginPath();
  traceRect(
    context,
    box.x + half,
    box.y + half,
    box.width - stroke.width,
    box.height - stroke.width,
    Math.max(0, radius - half),
  );
  context.stroke();
}

function drawFitted(
  { context, ratio, turned }: Painter,
  bitmap: Bitmap,
  box: Box,
  fit: string,
  focus = [0.5, 0.5] as [number, number],
): void {
  const { width, height } = bitmap;
  if (fit === 'fill') {
    context.drawImage(bitmap, box.x, box.y, box.width, box.height);
    return;
  }
  const scales = [box.width / width, box.height / height];
  const scale = fit === 'contain' ? Math.min(...scales) : Math.max(...scales);
  // Smoothing costs most when enlarging, where it shows least.
  context.imageSmoothingQuality = scale * ratio < 0.5 ? 'high' : scale * ratio < 1 ? 'medium' : 'low';
  if (fit === 'contain') {
    const [wide, tall] = [width * scale, height * scale];
    context.drawImage(bitmap, box.x + (box.width - wide) / 2, box.y + (box.height - tall) / 2, wide, tall);
    return;
  }
  // A picture that was decoded to its size is copied pixel by pixel: no smoothing, no cost.
  const isExact = !turned && Math.abs(scale * ratio - 1) < 0.002;
  const whole = (length: number) => (isExact ? Math.round(length) : length);
  const [wide, tall] = [whole(box.width / scale), whole(box.height / scale)];
  const [left, top] = [whole((width - wide) * focus[0]), whole((height - tall) * focus[1])];
  context.drawImage(bitmap, left, top, wide, tall, box.x, box.y, box.width, box.height);
}
