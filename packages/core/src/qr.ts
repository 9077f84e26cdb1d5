// QR codes, loaded only when one is shown: a matrix, which everyone draws in their own way. lean-qr's small
// build makes it in 2 kB (qrcode: 8 kB) and a fraction of the time; a test reads what it makes back.
import { correction, generate } from 'lean-qr/nano';

/** Error correction: about 7, 15, 25 and 30 % of the code can be restored. */
export type QrLevel = 'L' | 'M' | 'Q' | 'H';

export interface QrMatrix {
  /** Modules a side, quiet zone not included. */
  size: number;
  /** True where the module in column `x`, row `y` is dark. */
  get(x: number, y: number): boolean;
}

/**
 * The smallest code that holds `text`, with the correction raised above `level` where that costs no size.
 * @throws Error when the text is longer than any code of that level can hold.
 */
export function encodeQr(text: string, level: QrLevel = 'M'): QrMatrix {
  return generate(text, { minCorrectionLevel: correction[level] });
}
