// Keys that every layer has.
import * as z from 'zod/mini';

const coordinate = z.number().check(z.minimum(-20_000), z.maximum(20_000));

/** A length in design units, zero or more. */
export const size = z.number().check(z.nonnegative(), z.maximum(20_000));

/** Text in one language, or in several by BCP 47 tag (`*` for every other). May hold bindings like `{nickname}`. */
export const text = z.union([z.string(), z.record(z.string(), z.string())]);
export type Text = z.infer<typeof text>;

export const base = {
  /** Name used in errors, warnings and variants. */
  id: z.optional(z.string().check(z.minLength(1), z.maxLength(60))),
  /** What the layer is to the reader; `lintScene` looks for the first five. */
  role: z.optional(z.enum(['title', 'subtitle', 'endorsement', 'benefit', 'qr', 'decoration'])),
  /** Left edge in design units, from the parent. @default 0 */
  x: z.optional(coordinate),
  /** Top edge in design units, from the parent. @default 0 */
  y: z.optional(coordinate),
  /** From 0 (invisible) to 1. @default 1 */
  opacity: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
  /** Turn in degrees about the centre of the layer's box. @default 0 */
  rotate: z.optional(z.number()),
  /** How the layer's colours meet those beneath. @default 'normal' */
  blend: z.optional(z.enum(['normal', 'multiply', 'screen', 'overlay', 'soft-light', 'lighter'])),
  /** Where a top-level layer goes when the scene is fitted to another height. @default 'top' */
  pin: z.optional(z.enum(['top', 'middle', 'bottom', 'stretch'])),
  /** Makes a top-level layer span the whole width when the scene is fitted to a wider size. @default false */
  bleed: z.optional(z.boolean()),
  /** Data path that must have a value, else the layer is left out; with a leading `!`, must have none. */
  when: z.optional(z.string().check(z.minLength(1))),
};
