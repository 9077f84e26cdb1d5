// Which values a scene shows, read from its JSON: what to ask for, and what a change of data means for it.

import type { Ask } from './poster.state.js';
import type { PosterData } from './scene/bind.js';
import type { Scene } from './scene/scene.js';

const ROOT = /\{!?([A-Za-z_]\w*)|"when":"!?([A-Za-z_]\w*)/g;

/** First names of every path that a scene binds, and of what its variants depend on. */
export function boundNames(scene: Scene): ReadonlySet<string> {
  const names = new Set(scene.variants?.length ? ['day', 'slot', 'channel'] : []);
  for (const [, bound, when] of jsonOf(scene).matchAll(ROOT)) names.add((bound ?? when)!);
  return names;
}

/** What a scene shows of a person and the data leave out. */
export function missingOf({ layers }: Scene, data: PosterData): Ask[] {
  const text = jsonOf(layers);
  const isMissing = (name: Ask) =>
    (text.includes(`{${name}`) || text.includes(`"when":"${name}"`)) && !data[name];
  // Without a picture an avatar shows the first letter of the name: alone it is not worth a question.
  const needsPicture =
    isMissing('nickname') || layers.some((layer) => layer?.type === 'image' && layer.source === '{avatar}');
  return (['nickname', 'avatar'] as const).filter(
    (name) => isMissing(name) && (name === 'nickname' || needsPicture),
  );
}

/** The same text for the same poster. */
export const fingerprint = (scene: Scene, data: PosterData): string =>
  JSON.stringify([...boundNames(scene)].map((name) => data[name]));

/** Foreign JSON may hold itself; the painter will say so. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '';
  }
}
