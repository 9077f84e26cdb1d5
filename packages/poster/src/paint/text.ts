import { cssFont } from '../layout/measure.js';
import type { Box, Placed } from '../layout/place.js';
import type { Line } from '../layout/text.js';
import type { ResolvedText } from '../scene/resolved.js';
import { traceRect } from './canvas.js';
import { styleOf, useShadow, useStroke } from './fill.js';
import { type Painter, snap } from './painter.js';

type PlacedText = Extract<Placed, { layer: ResolvedText }>;

/** Paints a text: its panel, then for each line the stroke, the letters and the line through or under. */
export function paintText(painter: Painter, placed: PlacedText): void {
  const { context, ratio } = painter;
  const { layer, block } = placed;
  if (!layer.text.trim()) return;
  if (layer.backing) paintBacking(painter, placed, layer.backing);
  const left = placed.x + placed.inset.x;
  const top = placed.y + placed.inset.y;
  const box: Box = {
    x: left + Math.min(...block.lines.map((line) => line.x)),
    y: top,
    width: block.width,
    height: block.height,
  };

  context.font = cssFont(block.style);
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
  context.direction = block.direction;
  setLetterSpacing(context, block.style.letterSpacing);
  context.lineJoin = 'round';
  context.fillStyle = styleOf(context, layer.fill ?? '#222222', box);
  useShadow(painter, layer.shadow);
  for (const line of block.lines) {
    const [x, y] = [
      left + line.x,
      painter.turned ? top + line.baseline : Math.round((top + line.baseline) * ratio) / ratio,
    ];
    if (layer.stroke) {
      useStroke(context, layer.stroke, box, 2);
      context.strokeText(line.text, x, y);
      useShadow(painter, undefined);
    }
    context.fillText(line.text, x, y);
    if (layer.line) paintRule(painter, layer.line, line, x, y, block.style.size);
  }
  setLetterSpacing(context, 0);
}

function paintBacking(
  painter: Painter,
  placed: PlacedText,
  backing: NonNullable<ResolvedText['backing']>,
): void {
  const box = snap(painter, placed);
  painter.context.fillStyle = styleOf(painter.context, backing.fill, box);
  painter.context.beginPath();
  traceRect(painter.context, box.x, box.y, box.width, box.height, backing.radius);
  painter.context.fill();
}

function paintRule(
  { context }: Painter,
  kind: 'through' | 'under',
  line: Line,
  x: number,
  y: number,
  size: number,
): void {
  const thickness = Math.max(1, size / 14);
  context.fillRect(x, y + size * (kind === 'through' ? -0.34 : 0.14) - thickness / 2, line.width, thickness);
}

/** Canvas letter spacing came with Chromium 99 and Safari 18; before, letters keep their own distance. */
export function setLetterSpacing(context: object, spacing: number): void {
  if ('letterSpacing' in context) context.letterSpacing = `${spacing}px`;
}
