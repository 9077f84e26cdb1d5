// A QR code as paths, loaded when a step shows one.
import { encodeQr } from '@fanfare/core/qr';

const QUIET = 3;

/** The paper and its dark modules as SVG paths in a square of `size`. */
export interface QrPaths {
  size: number;
  paper: string;
  ink: string;
}

export function qrPaths(url: string): QrPaths {
  const { size: inner, get } = encodeQr(url);
  let ink = '';
  for (let y = 0; y < inner; y++)
    for (let x = 0; x < inner; x++) if (get(x, y)) ink += `M${x + QUIET} ${y + QUIET}h1v1h-1z`;
  const size = inner + 2 * QUIET;
  return { size, paper: `M0 0h${size}v${size}H0z`, ink };
}
