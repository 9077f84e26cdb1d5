// Every kind of layer by its `type`. A group's own layers are parsed one by one in parse.ts, so that an error
// can name the layer it belongs to.
import * as z from 'zod/mini';
import { base, size } from './layer-base.js';
import { type AvatarLayer, avatarLayer, type ImageLayer, imageLayer } from './picture-layers.js';
import { type QrLayer, qrLayer } from './qr-layer.js';
import { type ShapeLayer, shapeLayer } from './shape-layer.js';
import { type TextLayer, textLayer } from './text-layer.js';

const groupLayer = z.strictObject({
  ...base,
  type: z.literal('group'),
  /** The layers inside, the first one lowest. */
  layers: z.array(z.unknown()),
  /** Width in design units. @default that of its content */
  width: z.optional(size),
  /** Height in design units. @default that of its content */
  height: z.optional(size),
  /** `free` keeps each layer's own place, `row` and `column` put them one after another. @default 'free' */
  flow: z.optional(z.enum(['free', 'row', 'column'])),
  /** Space between layers of a row or column in design units. @default 0 */
  gap: z.optional(z.number()),
  /** Place of layers across a row or column; `baseline` lines up text in a row. @default 'start' */
  align: z.optional(z.enum(['start', 'center', 'end', 'baseline'])),
  /** Place of the content along a row or column that has a size of its own. @default 'start' */
  justify: z.optional(z.enum(['start', 'center', 'end'])),
  /** Corner radius that the content is cut to; 0 cuts square; without it nothing is cut. */
  clip: z.optional(size),
});

/** Layers that move, turn, fade and flow together. */
export type GroupLayer = Omit<z.infer<typeof groupLayer>, 'layers'> & { layers: Layer[] };

/** Anything that a scene can show. */
export type Layer = ImageLayer | AvatarLayer | TextLayer | QrLayer | ShapeLayer | GroupLayer;

/** The schema of each type; a group's `layers` are still unchecked in it. */
export const layerSchemas = {
  image: imageLayer,
  avatar: avatarLayer,
  text: textLayer,
  qr: qrLayer,
  shape: shapeLayer,
  group: groupLayer,
} as const;
