// What went otherwise than asked, though there is a poster.
import type { Placed } from '../layout/place.js';
import type { QrPlan } from '../paint/qr-plan.js';
import type { OutputOptions, Warning } from './options.js';

/** Texts that were cut with an ellipsis. */
export function cutTexts(placed: readonly Placed[]): Warning[] {
  return placed.flatMap((one): Warning[] => {
    if ('children' in one) return cutTexts(one.children);
    if (!('block' in one) || !one.block.cut) return [];
    const message = `${one.layer.name}: the text did not fit and ends with an ellipsis.`;
    return [{ code: 'text_cut', layer: one.layer.name, message }];
  });
}

/** Codes with modules so small that a messenger's compression may cost them. */
export function denseCodes(plans: readonly QrPlan[]): Warning[] {
  return plans
    .filter((plan) => plan.isDense)
    .map(({ name }) => ({
      code: 'qr_dense',
      layer: name,
      message: `${name}: its modules are only 4 pixels large and may not survive a messenger. Shorten the link or enlarge the code.`,
    }));
}

/** A file of another type or of lower quality than was asked for. */
export function encodeWarnings(
  asked: Required<Pick<OutputOptions, 'type' | 'quality'>>,
  blob: Blob,
  quality: number,
): Warning[] {
  const warnings: Warning[] = [];
  if (blob.type !== asked.type)
    warnings.push({
      code: 'type_replaced',
      message: `This browser cannot write ${asked.type}; the file is ${blob.type}.`,
    });
  if (quality < asked.quality)
    warnings.push({
      code: 'quality_lowered',
      message: `Quality was lowered to ${quality.toFixed(2)} to keep within the bytes.`,
    });
  return warnings;
}

/** A picture made smaller than asked for. */
export function scaleWarnings(asked: number, used: number, width: number): Warning[] {
  if (used >= asked) return [];
  return [
    { code: 'scaled_down', message: `The picture was made ${width} pixels wide to keep within the bytes.` },
  ];
}
