// What an area, a line or a glyph is filled with.
import * as z from 'zod/mini';
import { parseColor } from './color.js';

const isColor = (value: string) => value.includes('{') || parseColor(value) !== undefined;

/** A colour: `#e60012`, `rgba(0, 0, 0, 0.4)`, `hsl(4 90% 50%)`, `white`, or a binding such as `{brand}`. */
export const color = z
  .string()
  .check(z.refine(isColor, 'expected a colour such as #e60012, rgba(0, 0, 0, 0.4) or hsl(4 90% 50%)'));

/** Two colours or more along a line or from a point; positions are parts of the layer's box. */
export const gradient = z.strictObject({
  /** `linear` along an angle, `radial` from a point outwards. */
  type: z.enum(['linear', 'radial']),
  /** Direction of a linear gradient in degrees, as in CSS: 0 to the top, 90 to the right. @default 180 */
  angle: z.optional(z.number()),
  /** Centre of a radial gradient as parts of the box. @default [0.5, 0.5] */
  center: z.optional(z.tuple([z.number(), z.number()])),
  /** Radius of a radial gradient as a part of the box's longer side. @default 0.5 */
  radius: z.optional(z.number().check(z.positive())),
  /** `[position 0 to 1, colour]`, in order. */
  stops: z
    .array(z.tuple([z.number().check(z.minimum(0), z.maximum(1)), color]))
    .check(z.minLength(2), z.maxLength(16)),
});
export type Gradient = z.infer<typeof gradient>;

/** A colour or a gradient. */
export const fill = z.union([color, gradient]);
export type Fill = z.infer<typeof fill>;

/** A line around a shape or a glyph. */
export const stroke = z.strictObject({
  /** Colour or gradient of the line. */
  fill,
  /** Thickness in design units. */
  width: z.number().check(z.positive(), z.maximum(400)),
  /** Lengths of dashes and gaps in design units. */
  dash: z.optional(z.array(z.number().check(z.nonnegative())).check(z.maxLength(8))),
});
export type Stroke = z.infer<typeof stroke>;

/** A soft copy beneath a layer. */
export const shadow = z.strictObject({
  /** Colour, usually with alpha. */
  color,
  /** Blur in design units, as in CSS. @default 0 */
  blur: z.optional(z.number().check(z.nonnegative(), z.maximum(400))),
  /** Offset to the right in design units. @default 0 */
  x: z.optional(z.number()),
  /** Offset downwards in design units. @default 0 */
  y: z.optional(z.number()),
});
export type Shadow = z.infer<typeof shadow>;
