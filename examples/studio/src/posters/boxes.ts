// Where the top layers of a scene lie, roughly, for dragging.
import type { Layer, Scene } from '@fanfare/poster';

export interface LayerBox {
  index: number;
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

function sizeOf(layer: Layer, scene: Scene): [width: number, height: number] {
  if (layer.type === 'qr' || layer.type === 'avatar') return [layer.size, layer.size];
  if (layer.type === 'text') {
    const { size = 28, maxLines = 1, width, height } = layer;
    return [width ?? scene.width / 2, height ?? size * 1.4 * maxLines];
  }
  return [layer.width ?? scene.width / 3, layer.height ?? scene.height / 10];
}

/** A background as large as the poster is no layer to take hold of. */
const isBackdrop = (scene: Scene, width: number, height: number) =>
  width >= scene.width && height >= scene.height * 0.9;

export const boxesOf = (scene: Scene): LayerBox[] =>
  scene.layers.flatMap((layer, index) => {
    const [width, height] = sizeOf(layer, scene);
    if (isBackdrop(scene, width, height)) return [];
    const name = layer.id ?? `${layer.type} ${index + 1}`;
    return [{ index, name, x: layer.x ?? 0, y: layer.y ?? 0, width, height }];
  });

/** The scene with one layer moved, by whole design units. */
export function moveLayer(scene: Scene, index: number, x: number, y: number): Scene {
  const layers = scene.layers.map((layer, at) =>
    at === index ? { ...layer, x: Math.round((layer.x ?? 0) + x), y: Math.round((layer.y ?? 0) + y) } : layer,
  );
  return { ...scene, layers };
}
