// Layers as the painter sees them: bindings filled, pictures named by a key, and the name that errors use.
import type { Layer } from './layers.js';
import type { Scene } from './scene.js';

type Of<T extends Layer['type']> = Extract<Layer, { type: T }>;
type Named<T> = Omit<T, 'when' | 'pin'> & { name: string };

export type ResolvedText = Named<Omit<Of<'text'>, 'text'>> & { text: string };
export type ResolvedImage = Named<Omit<Of<'image'>, 'source'>> & { source?: string | undefined };
export type ResolvedAvatar = Named<Omit<Of<'avatar'>, 'name' | 'source'>> & {
  source?: string | undefined;
  initial: string;
};
export type ResolvedQr = Named<Omit<Of<'qr'>, 'logo'>> & { logo?: string | undefined };
export type ResolvedShape = Named<Of<'shape'>>;
export type ResolvedGroup = Named<Omit<Of<'group'>, 'layers'>> & { layers: Resolved[] };
export type Resolved =
  | ResolvedText
  | ResolvedImage
  | ResolvedAvatar
  | ResolvedQr
  | ResolvedShape
  | ResolvedGroup;

/** Pictures by the key that layers carry: an address, or an object that can be painted. */
export type Pictures = Map<string, string | object>;

export interface ResolvedScene extends Pick<Scene, 'width' | 'height' | 'background' | 'fonts'> {
  layers: Resolved[];
  /** Alternative text for the finished picture. */
  alt: string;
}
