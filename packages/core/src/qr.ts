// QR codes, loaded only when one is shown: a matrix, which everyone draws in their own way.
/// <reference path="./qrcode.d.ts" />
import qrcode from 'qrcode/lib/core/qrcode.js';

/** Error correction: about 7, 15, 25 and 30 % of the code can be restored. */
export type QrLevel = 'L' | 'M' | 'Q' | 'H';

export interface QrMatrix {
  /** Modules a side, quiet zone not included. */
  size: number;
  /** True where the module in column `x`, row `y` is dark; outside of the code none is. */
  get(x: number, y: number): boolean;
}

/**
 * The smallest code that holds `text`.
 * @throws Error when the text is longer than any code of that level can hold.
 */
export function encodeQr(text: string, level: QrLevel = 'M'): QrMatrix {
  const { size, data } = qrcode.create(text, { errorCorrectionLevel: level }).modules;
  return { size, get: (x, y) => x >= 0 && x < size && data[y * size + x] === 1 };
}
