// The scene: a poster as data.
import * as z from 'zod/mini';
import { fill } from './fill.js';
import { text } from './layer-base.js';
import type { Layer } from './layers.js';

const side = z.number().check(z.minimum(1), z.maximum(20_000));

/** A font file that the scene brings along. */
export const fontSource = z.strictObject({
  /** Family name to use in `font`. */
  family: z.string().check(z.minLength(1), z.maxLength(80)),
  /** Address of a woff2, woff, ttf or otf file, served with CORS. */
  url: z.string().check(z.minLength(1)),
  /** Weight or range of weights. @default '400' */
  weight: z.optional(z.string()),
  /** `normal` or `italic`. @default 'normal' */
  style: z.optional(z.enum(['normal', 'italic'])),
});
export type FontSource = z.infer<typeof fontSource>;

const oneOrMany = <T extends z.ZodMiniType>(schema: T) => z.union([schema, z.array(schema)]);

/** Changes that apply when all of its conditions hold. */
export const variant = z.strictObject({
  /** Conditions on the data's `day`, `slot`, `channel` and on the language; a list means any of them. */
  when: z.strictObject({
    /** Days left, e.g. `7` for D-7. */
    day: z.optional(oneOrMany(z.number())),
    /** Time slot, e.g. `morning`. */
    slot: z.optional(oneOrMany(z.string())),
    /** Channel id. */
    channel: z.optional(oneOrMany(z.string())),
    /** Language, e.g. `en`. */
    locale: z.optional(oneOrMany(z.string())),
  }),
  /** Default data that this variant replaces. */
  data: z.optional(z.record(z.string(), z.unknown())),
  /** Keys to replace in layers, by layer id. */
  layers: z.optional(z.record(z.string(), z.record(z.string(), z.unknown()))),
  /** Background instead of the scene's. */
  background: z.optional(fill),
});
export type Variant = z.infer<typeof variant>;

export const sceneKeys = z.strictObject({
  /** What the scene is called in a gallery. */
  name: z.optional(text),
  /** Alternative text of the finished picture; may hold bindings. */
  alt: z.optional(text),
  /** Width in design units; drafts are usually 750 wide. */
  width: side,
  /** Height in design units. */
  height: side,
  /** Colour or gradient beneath all layers; `transparent` leaves a PNG or WebP see-through. @default '#ffffff' */
  background: z.optional(fill),
  /** Font files to load. */
  fonts: z.optional(z.array(fontSource).check(z.maxLength(12))),
  /** Values for bindings that the data leaves out; texts here may hold bindings and languages themselves. */
  data: z.optional(z.record(z.string(), z.unknown())),
  /** What is painted, the first layer lowest. */
  layers: z.array(z.unknown()),
  /** Versions by day, time slot, channel or language; all that match apply, in order. */
  variants: z.optional(z.array(variant).check(z.maxLength(60))),
});

/** A poster as data: JSON that can be stored, edited in the studio and sent by a backend. */
export type Scene = Omit<z.infer<typeof sceneKeys>, 'layers'> & { layers: Layer[] };
