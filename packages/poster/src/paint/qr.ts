import type { ResolvedQr } from '../scene/resolved.js';
import { type Context, traceRect } from './canvas.js';
import type { Bitmap, Painter } from './painter.js';
import type { QrPlan } from './qr-plan.js';

/** Paints a planned QR code on whole pixels. */
export function paintQr(painter: Painter, layer: ResolvedQr): void {
  const plan = painter.plans.get(layer);
  if (!plan) return;
  const { context } = painter;
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = layer.background ?? '#ffffff';
  context.beginPath();
  traceRect(
    context,
    plan.area.x,
    plan.area.y,
    plan.area.width,
    plan.area.height,
    (layer.radius ?? 0) * painter.ratio,
  );
  context.fill();
  context.fillStyle = layer.color ?? '#000000';
  context.beginPath();
  if (layer.modules === 'round') traceRound(context, plan);
  else traceSquare(context, plan);
  context.fill();
  const logo = layer.logo === undefined ? undefined : painter.bitmaps.get(layer.logo);
  if (logo) paintLogo(context, plan, logo);
  context.restore();
}

const isDark = ({ matrix, hole }: QrPlan, x: number, y: number): boolean => {
  if (x < 0 || y < 0 || x >= matrix.size || y >= matrix.size) return false;
  const inHole = (at: number) => Math.abs(at - (matrix.size - 1) / 2) < hole / 2;
  return !(hole && inHole(x) && inHole(y)) && matrix.get(x, y);
};

/** Neighbours in a row become one rectangle: fewer shapes, no seams. */
function traceSquare(context: Context, plan: QrPlan): void {
  const { edges, rows, matrix } = plan;
  for (let y = 0; y < matrix.size; y++)
    for (let x = 0; x < matrix.size; x++) {
      if (!isDark(plan, x, y)) continue;
      const from = x;
      while (isDark(plan, x + 1, y)) x += 1;
      context.rect(edges[from]!, rows[y]!, edges[x + 1]! - edges[from]!, rows[y + 1]! - rows[y]!);
    }
}

/** A corner is round where neither neighbour beside it is dark. */
function traceRound(context: Context, plan: QrPlan): void {
  const { edges, rows, matrix } = plan;
  for (let y = 0; y < matrix.size; y++)
    for (let x = 0; x < matrix.size; x++) {
      if (!isDark(plan, x, y)) continue;
      const [width, height] = [edges[x + 1]! - edges[x]!, rows[y + 1]! - rows[y]!];
      const radius = width / 2;
      const [up, right, down, left] = [
        isDark(plan, x, y - 1),
        isDark(plan, x + 1, y),
        isDark(plan, x, y + 1),
        isDark(plan, x - 1, y),
      ];
      const round = (one: boolean, other: boolean) => (one || other ? 0 : radius);
      traceRect(context, edges[x]!, rows[y]!, width, height, [
        round(up, left),
        round(up, right),
        round(down, right),
        round(down, left),
      ]);
    }
}

function paintLogo(context: Context, { edges, rows, matrix, hole }: QrPlan, logo: Bitmap): void {
  const first = (matrix.size - hole) / 2;
  const [x, y] = [edges[first]!, rows[first]!];
  const side = edges[first + hole]! - x;
  const pad = Math.max(1, Math.round(side * 0.06));
  const scale = (side - 2 * pad) / Math.max(logo.width, logo.height);
  const [width, height] = [logo.width * scale, logo.height * scale];
  context.imageSmoothingQuality = 'high';
  context.drawImage(logo, x + (side - width) / 2, y + (side - height) / 2, width, height);
}
