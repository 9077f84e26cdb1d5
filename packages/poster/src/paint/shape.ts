import type { Box } from '../layout/place.js';
import type { ResolvedShape } from '../scene/resolved.js';
import { type Context, traceRect } from './canvas.js';
import { styleOf, useShadow, useStroke } from './fill.js';
import { type Painter, snap } from './painter.js';
import { paintRectShadow } from './rect-shadow.js';

/** Paints a shape, as often as it repeats. */
export function paintShape(painter: Painter, layer: ResolvedShape, place: Box): void {
  const { context } = painter;
  const box = layer.shape === 'path' ? place : snap(painter, place);
  const path = new Path2D();
  if (layer.shape === 'ellipse')
    path.ellipse(
      box.x + box.width / 2,
      box.y + box.height / 2,
      box.width / 2,
      box.height / 2,
      0,
      0,
      2 * Math.PI,
    );
  else if (layer.shape !== 'path') traceRect(path, box.x, box.y, box.width, box.height, layer.radius);

  const drawOne = () => {
    if (layer.shape === 'path') {
      // Path data counts from the layer's corner, so the corner is moved instead of the data.
      const atOrigin = { ...box, x: 0, y: 0 };
      context.save();
      context.translate(box.x, box.y);
      draw(painter, layer, new Path2D(layer.path ?? ''), atOrigin);
      context.restore();
    } else draw(painter, layer, path, box);
  };

  if (!layer.repeat) {
    drawOne();
    return;
  }
  const { count, x = 0, y = 0, rotate = 0, origin, columns = count, rowX = 0, rowY = 0 } = layer.repeat;
  const [pivotX, pivotY] = origin
    ? [box.x + origin[0], box.y + origin[1]]
    : [box.x + box.width / 2, box.y + box.height / 2];
  for (let index = 0; index < count; index++) {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    context.save();
    context.translate(column * x + row * rowX, column * y + row * rowY);
    if (rotate) turn(context, rotate * index, pivotX, pivotY);
    drawOne();
    context.restore();
  }
}

function draw(painter: Painter, layer: ResolvedShape, path: Path2D, box: Box): void {
  const { context } = painter;
  if (layer.fill) {
    const shadowDone = paintRectShadow(painter, layer, box);
    useShadow(painter, shadowDone ? undefined : layer.shadow);
    context.fillStyle = styleOf(context, layer.fill, box);
    context.fill(path);
    useShadow(painter, undefined);
  }
  if (layer.stroke) {
    useStroke(context, layer.stroke, box);
    context.lineJoin = 'round';
    context.lineCap = 'round';
    context.stroke(path);
  }
}

/** Turns what follows about a point. */
export function turn(context: Context, degrees: number, x: number, y: number): void {
  context.translate(x, y);
  context.rotate((degrees * Math.PI) / 180);
  context.translate(-x, -y);
}
