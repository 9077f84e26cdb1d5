// Layers that show a picture: any image, and the participant's avatar.
import * as z from 'zod/mini';
import { color, fill, shadow, stroke } from './fill.js';
import { base, size, text } from './layer-base.js';

/**
 * Address of a picture (`https:`, `blob:`, `data:image/…` or relative), or one binding such as `{photo}` whose
 * value is an address, a Blob, an ImageBitmap, an image element or a canvas.
 */
const source = z.string().check(z.minLength(1));

export const imageLayer = z.strictObject({
  ...base,
  type: z.literal('image'),
  source,
  /** Width of the box in design units. */
  width: size,
  /** Height of the box in design units. */
  height: size,
  /** `cover` fills the box and cuts, `contain` shows all, `fill` stretches. @default 'cover' */
  fit: z.optional(z.enum(['cover', 'contain', 'fill'])),
  /** Point of the picture that `cover` keeps in sight, as parts of it. @default [0.5, 0.5] */
  focus: z.optional(z.tuple([z.number(), z.number()])),
  /** Corner radius in design units. @default 0 */
  radius: z.optional(size),
  /** `circle`, or SVG path data in the units of the box, that the picture is cut to. */
  mask: z.optional(z.string().check(z.maxLength(20_000))),
  /** Line around the picture, inside its box. */
  stroke: z.optional(stroke),
  /** Soft copy beneath the picture. */
  shadow: z.optional(shadow),
  /** What follows when the picture cannot be loaded: an error, or a poster without it. @default 'error' */
  missing: z.optional(z.enum(['error', 'skip'])),
});
export type ImageLayer = z.infer<typeof imageLayer>;

export const avatarLayer = z.strictObject({
  ...base,
  type: z.literal('avatar'),
  /** As for an image. An avatar that cannot be loaded becomes a disc with the first letter of `name`. */
  source: z.optional(source),
  /** Name whose first letter stands in for a missing picture. */
  name: z.optional(text),
  /** Diameter in design units. */
  size: size,
  /** `circle` or `rounded` (a quarter of the size). @default 'circle' */
  shape: z.optional(z.enum(['circle', 'rounded'])),
  /** Line around the avatar, inside its box. */
  stroke: z.optional(stroke),
  /** Disc behind the first letter. @default '#d9d9d9' */
  fill: z.optional(fill),
  /** Colour of the first letter. @default '#ffffff' */
  color: z.optional(color),
  /** Soft copy beneath the avatar. */
  shadow: z.optional(shadow),
});
export type AvatarLayer = z.infer<typeof avatarLayer>;
