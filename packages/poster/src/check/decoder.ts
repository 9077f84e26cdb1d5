// jsQR, kept apart so that it is loaded only where the browser cannot read a code itself.
import jsQR from 'jsqr';

type Decode = (
  data: Uint8ClampedArray,
  width: number,
  height: number,
  options: { inversionAttempts: 'dontInvert' },
) => { data: string } | null;

// Published as CommonJS: some bundlers hand out the module instead of its default.
const read = (typeof jsQR === 'function' ? jsQR : (jsQR as { default: Decode }).default) as Decode;

/** The text of a dark-on-light QR code. */
export const decode = ({ data, width, height }: ImageData): string | undefined =>
  read(data, width, height, { inversionAttempts: 'dontInvert' })?.data || undefined;
