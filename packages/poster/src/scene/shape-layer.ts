import * as z from 'zod/mini';
import { fill, shadow, stroke } from './fill.js';
import { base, size } from './layer-base.js';

/** Draws a shape several times, each copy moved, turned or faded against the one before. */
export const repeat = z.strictObject({
  /** How often, the first one included. */
  count: z.int().check(z.minimum(1), z.maximum(400)),
  /** Step to the right in design units. @default 0 */
  x: z.optional(z.number()),
  /** Step downwards in design units. @default 0 */
  y: z.optional(z.number()),
  /** Step of the turn in degrees, about `origin`. @default 0 */
  rotate: z.optional(z.number()),
  /** Point that copies turn about, in design units from the layer's corner. @default the centre of the box */
  origin: z.optional(z.tuple([z.number(), z.number()])),
  /** Copies in a row before a new row starts; rows are `rowX` and `rowY` apart. */
  columns: z.optional(z.int().check(z.minimum(1))),
  /** Step of a row to the right. @default 0 */
  rowX: z.optional(z.number()),
  /** Step of a row downwards. @default 0 */
  rowY: z.optional(z.number()),
});

export const shapeLayer = z.strictObject({
  ...base,
  type: z.literal('shape'),
  /** `rect`, `ellipse`, or `path` with SVG path data in `path`. @default 'rect' */
  shape: z.optional(z.enum(['rect', 'ellipse', 'path'])),
  /** Width in design units. */
  width: size,
  /** Height in design units. */
  height: size,
  /** Corner radius of a `rect`: one, or four from the top left clockwise. @default 0 */
  radius: z.optional(z.union([size, z.tuple([size, size, size, size])])),
  /** SVG path data (`M0 0L10 0…`), in design units from the layer's corner. */
  path: z.optional(z.string().check(z.maxLength(20_000), z.regex(/^[MmLlHhVvCcSsQqTtAaZz\d\s,.+\-eE]*$/))),
  /** Colour or gradient inside. */
  fill: z.optional(fill),
  /** Line around. */
  stroke: z.optional(stroke),
  /** Soft copy beneath. */
  shadow: z.optional(shadow),
  /** Copies of the shape. */
  repeat: z.optional(repeat),
});
export type ShapeLayer = z.infer<typeof shapeLayer>;
