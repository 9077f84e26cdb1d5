// Colours, gradients and shadows on a context.
import type { Box } from '../layout/place.js';
import type { Fill, Gradient, Shadow, Stroke } from '../scene/fill.js';
import type { Context } from './canvas.js';
import type { Painter } from './painter.js';

/** A canvas style for a fill over a box. */
export function styleOf(context: Context, fill: Fill, box: Box): string | CanvasGradient {
  if (typeof fill === 'string') return fill;
  const gradient = fill.type === 'linear' ? linear(context, fill, box) : radial(context, fill, box);
  for (const [position, color] of fill.stops) gradient.addColorStop(position, color);
  return gradient;
}

/** The line of a CSS gradient: long enough that the corners get the first and the last colour. */
function linear(context: Context, { angle = 180 }: Gradient, { x, y, width, height }: Box): CanvasGradient {
  const turn = (angle * Math.PI) / 180;
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
  const half = (Math.abs(width * sin) + Math.abs(height * cos)) / 2;
  const [centerX, centerY] = [x + width / 2, y + height / 2];
  return context.createLinearGradient(
    centerX - sin * half,
    centerY + cos * half,
    centerX + sin * half,
    centerY - cos * half,
  );
}

function radial(context: Context, { center = [0.5, 0.5], radius = 0.5 }: Gradient, box: Box): CanvasGradient {
  const [x, y] = [box.x + box.width * center[0], box.y + box.height * center[1]];
  return context.createRadialGradient(x, y, 0, x, y, radius * Math.max(box.width, box.height));
}

/** Sets the line of a stroke. */
export function useStroke(context: Context, stroke: Stroke, box: Box, times = 1): void {
  context.strokeStyle = styleOf(context, stroke.fill, box);
  context.lineWidth = stroke.width * times;
  context.setLineDash(stroke.dash ?? []);
}

/** Sets a shadow; canvas counts it in pixels whatever the transform. */
export function useShadow({ context, ratio }: Painter, shadow: Shadow | undefined): void {
  context.shadowColor = shadow?.color ?? 'transparent';
  context.shadowBlur = (shadow?.blur ?? 0) * ratio;
  context.shadowOffsetX = (shadow?.x ?? 0) * ratio;
  context.shadowOffsetY = (shadow?.y ?? 0) * ratio;
}
