// Fits a scene to the proportion of an outlet.
import type { Layer } from './layers.js';
import type { Scene } from './scene.js';
import type { SizePreset } from './sizes.js';

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
