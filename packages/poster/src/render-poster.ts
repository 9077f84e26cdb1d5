// The door to the painter, which is loaded when the first poster is asked for.

import { notLoaded } from './assets/not-loaded.js';
import type { Poster, RenderOptions } from './render/options.js';
import type { PosterData } from './scene/bind.js';
import type { Scene } from './scene/scene.js';
import { loadScene, type SceneName } from './scenes/names.js';

/**
 * Paints a scene for one person, reads its QR codes back from the finished file, and only then hands it out.
 * @param scene A scene, or the name of a ready one.
 * @param data Values for the scene's bindings: texts, numbers, and pictures as addresses, Blobs or elements.
 * @throws FanfareError with a code, naming the layer and what to do; or the signal's reason when it aborts.
 */
export async function renderPoster(
  scene: Scene | SceneName,
  data: PosterData = {},
  options: RenderOptions = {},
): Promise<Poster> {
  const painter = Promise.all([
    import('./render/render.js'),
    options.worker ? import('./render/in-worker.js') : import('./render/in-page.js'),
    typeof scene === 'string' ? undefined : import('./scene/parse.js'),
  ]).catch(notLoaded('The painter'));
  const [[{ render }, producer, checks], loaded] = await Promise.all([
    painter,
    typeof scene === 'string' ? loadScene(scene) : scene,
  ]);
  return render(loaded, data ?? {}, options, producer, checks);
}
