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
  /** Card in a group chat, 4:5: 1080 x 1350 px. */
  group: { width: 750, height: 938, pixelRatio: 1.44 },
  /** A6 paper at 300 dpi: 1240 x 1748 px. */
  'print-a6': { width: 750, height: 1057, pixelRatio: 1240 / 750 },
} as const satisfies Record<string, SizePreset>;
export type SizeName = keyof typeof sizes;

/**
 * The scene in another proportion. Wider: the content stays in the middle and layers with `bleed` span the
 * width. Taller: top-level layers move by their `pin`: `bottom` ones by all of the difference, `middle` ones by
 * half, and `stretch` ones grow by it.
 */
export function fitScene(scene: Scene, size: Pick<SizePreset, 'width' | 'height'>): Scene {
  const wide = size.width / size.height > scene.width / scene.height;
  const width = wide ? (scene.height * size.width) / size.height : scene.width;
  const height = wide ? scene.height : (scene.width * size.height) / size.width;
  const layers = scene.layers.map((layer) => moved(layer, width - scene.width, height - scene.height));
  return { ...scene, width, height, layers };
}

function moved(layer: Layer, wider: number, taller: number): Layer {
  const down = { middle: taller / 2, bottom: taller, top: 0, stretch: 0 }[layer.pin ?? 'top'];
  const spans = layer.bleed && 'width' in layer && layer.width !== undefined;
  const grows = layer.pin === 'stretch' && 'height' in layer && layer.height !== undefined;
  return {
    ...layer,
    x: (layer.x ?? 0) + (spans ? 0 : wider / 2),
    y: (layer.y ?? 0) + down,
    ...(spans && { width: layer.width! + wider }),
    ...(grows && { height: layer.height! + taller }),
  } as Layer;
}
