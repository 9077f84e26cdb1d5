// Size presets by outlet, and fitting a scene to one.
import type { Layer } from './layers.js';
import type { Scene } from './scene.js';

/** Design size and output scale for one outlet. */
export interface SizePreset {
  /** Width in design units. */
  width: number;
  /** Height in design units. */
  height: number;
  /** Pixels of the picture per design unit. */
  pixelRatio: number;
}

/** What the outlets show best. */
export const sizes = {
  /** WeChat Moments and phone screens: 1080 x 1920 px. */
  moments: { width: 750, height: 1334, pixelRatio: 1.44 },
  /** WeChat Video Account, 6:7: 1080 x 1260 px. */
  'video-account': { width: 750, height: 875, pixelRatio: 1.44 },
  /** Weibo picture, 3:4: 1080 x 1440 px. */
  weibo: { width: 750, height: 1000, pixelRatio: 1.44 },
  /** Card in a group chat, 4:5, small enough not to be recompressed: 750 x 938 px. */
  group: { width: 750, height: 938, pixelRatio: 1 },
  /** A6 paper at 300 dpi: 1240 x 1748 px. */
  'print-a6': { width: 750, height: 1057, pixelRatio: 1240 / 750 },
} as const satisfies Record<string, SizePreset>;
export type SizeName = keyof typeof sizes;

/**
 * The scene in another proportion. It keeps its width in design units; the difference in height moves each
 * top-level layer by its `pin`: `bottom` layers by all of it, `middle` ones by half, and `stretch` layers grow by it.
 */
export function fitScene(scene: Scene, size: Pick<SizePreset, 'width' | 'height'>): Scene {
  const height = (size.height * scene.width) / size.width;
  return { ...scene, height, layers: scene.layers.map((layer) => pinned(layer, height - scene.height)) };
}

function pinned(layer: Layer, extra: number): Layer {
  const moved = { middle: extra / 2, bottom: extra, top: 0, stretch: 0 }[layer.pin ?? 'top'];
  const grown = layer.pin === 'stretch' && 'height' in layer && layer.height !== undefined;
  return {
    ...layer,
    y: (layer.y ?? 0) + moved,
    ...(grown && { height: Math.max(0, layer.height! + extra) }),
  } as Layer;
}
