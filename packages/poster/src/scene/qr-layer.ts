import * as z from 'zod/mini';
import { color } from './fill.js';
import { base, size } from './layer-base.js';

export const qrLayer = z.strictObject({
  ...base,
  type: z.literal('qr'),
  /** What the code says: an `https:` link or plain text, usually a binding such as `{link}`. */
  text: z.string().check(z.minLength(1)),
  /** Side of the square in design units, quiet zone included. */
  size: size,
  /** Side it may grow to, about its centre, when a long link would make modules too small. @default size */
  maxSize: z.optional(size),
  /** Error correction; lowered when modules would be too small, never under a logo. @default 'M', 'H' with a logo */
  level: z.optional(z.enum(['L', 'M', 'Q', 'H'])),
  /** Empty modules around the code. Below 4 a calm surface of the background's colour must surround it. @default 4 */
  quiet: z.optional(z.int().check(z.minimum(0), z.maximum(10))),
  /** Colour of the modules; must be clearly darker than the background. @default '#000000' */
  color: z.optional(color),
  /** Colour behind the modules. @default '#ffffff' */
  background: z.optional(color),
  /** Corner radius of the background in design units. @default 0 */
  radius: z.optional(size),
  /** `square` modules, or `round` ones joined into smooth runs. @default 'square' */
  modules: z.optional(z.enum(['square', 'round'])),
  /** Picture in the middle, as for an image layer. A logo that cannot be loaded is left out. */
  logo: z.optional(z.string().check(z.minLength(1))),
  /** Side of the logo as a part of the code's side, bounded by what error correction can restore. @default 0.2 */
  logoSize: z.optional(z.number().check(z.minimum(0.05), z.maximum(0.3))),
});
export type QrLayer = z.infer<typeof qrLayer>;
