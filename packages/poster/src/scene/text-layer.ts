import * as z from 'zod/mini';
import { fill, shadow, stroke } from './fill.js';
import { base, size, text } from './layer-base.js';

/** A panel behind text, so that it stays readable over a picture. */
export const backing = z.strictObject({
  /** Colour or gradient of the panel. */
  fill,
  /** Corner radius in design units. @default 0 */
  radius: z.optional(size),
  /** Space to the left and right of the text in design units. @default 0 */
  padX: z.optional(size),
  /** Space above and below the text in design units. @default 0 */
  padY: z.optional(size),
});

export const textLayer = z.strictObject({
  ...base,
  type: z.literal('text'),
  /** What to write. `\n` starts a new line. */
  text,
  /** Width to wrap in, in design units; without it the text stays on its own lines. */
  width: z.optional(size),
  /** Width to wrap in when the text's box shall be no wider than its lines, as in a row. */
  maxWidth: z.optional(size),
  /** Height to fit in, in design units; lines that do not fit are cut with an ellipsis. */
  height: z.optional(size),
  /** `sans`, `serif`, or a CSS family list (a family of `fonts` or one the page has). @default 'sans' */
  font: z.optional(z.string().check(z.minLength(1), z.maxLength(200), z.regex(/^[^;{}<>]*$/))),
  /** Size in design units. @default 28 */
  size: z.optional(z.number().check(z.minimum(1), z.maximum(2000))),
  /** Smallest size that shrinking may reach; without it the size never shrinks. */
  minSize: z.optional(z.number().check(z.minimum(1), z.maximum(2000))),
  /** Weight from 100 to 900. @default 400 */
  weight: z.optional(z.int().check(z.minimum(1), z.maximum(1000))),
  /** Slanted letters. @default false */
  italic: z.optional(z.boolean()),
  /** Height of a line as a multiple of the size. @default 1.4 */
  lineHeight: z.optional(z.number().check(z.minimum(0.5), z.maximum(4))),
  /** Extra space between letters in design units. @default 0 */
  letterSpacing: z.optional(z.number().check(z.minimum(-100), z.maximum(400))),
  /** Side that lines keep to; `start` and `end` follow the direction of the text. @default 'start' */
  align: z.optional(z.enum(['start', 'center', 'end', 'left', 'right'])),
  /** Place of the lines in `height`. @default 'top' */
  verticalAlign: z.optional(z.enum(['top', 'middle', 'bottom'])),
  /** Most lines to show; the last one ends with an ellipsis if there were more. */
  maxLines: z.optional(z.int().check(z.minimum(1), z.maximum(500))),
  /** `balance` makes lines equally long, for titles. @default 'normal' */
  wrap: z.optional(z.enum(['normal', 'balance', 'none'])),
  /** Direction; `auto` follows the first strong letter. @default 'auto' */
  direction: z.optional(z.enum(['auto', 'ltr', 'rtl'])),
  /** Colour or gradient of the letters. @default '#222222' */
  fill: z.optional(fill),
  /** Line around the letters. */
  stroke: z.optional(stroke),
  /** Line through or under the letters. */
  line: z.optional(z.enum(['through', 'under'])),
  /** Soft copy beneath the letters. */
  shadow: z.optional(shadow),
  /** Panel behind the text. */
  backing: z.optional(backing),
});
export type TextLayer = z.infer<typeof textLayer>;
