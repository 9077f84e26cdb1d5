// Plans every QR code of a poster before anything is painted.
import { FanfareError } from '@fanfare/core/errors';
import type { Placed } from '../layout/place.js';
import type { Bitmap } from './painter.js';
import { planQr, type QrPlan } from './qr-plan.js';

/** Plans by layer. */
export function planCodes(
  layers: readonly Placed[],
  ratio: number,
  bitmaps: ReadonlyMap<string, Bitmap>,
  turned = false,
  plans = new Map<object, QrPlan>(),
) {
  for (const placed of layers) {
    const { layer } = placed;
    const isTurned = turned || Boolean(layer.rotate);
    if ('children' in placed) planCodes(placed.children, ratio, bitmaps, isTurned, plans);
    if (layer.type !== 'qr') continue;
    if (isTurned)
      throw new FanfareError(
        'poster',
        'scene_invalid',
        `${layer.name}: a QR code cannot be turned: its modules would lie between pixels. Remove "rotate".`,
      );
    const hasLogo = layer.logo !== undefined && bitmaps.has(layer.logo);
    plans.set(layer, planQr(layer, placed, ratio, hasLogo));
  }
  return plans;
}
