// The ready scenes by name; each is loaded when it is asked for.
import { FanfareError } from '@fanfare/core/errors';
import { notLoaded } from '../assets/not-loaded.js';
import type { Scene } from '../scene/scene.js';

const loaders = {
  festive: () => import('./festive.js').then((module) => module.festive),
  minimal: () => import('./minimal.js').then((module) => module.minimal),
  dark: () => import('./dark.js').then((module) => module.dark),
  endorsement: () => import('./endorsement.js').then((module) => module.endorsement),
  countdown: () => import('./countdown.js').then((module) => module.countdown),
  recap: () => import('./recap.js').then((module) => module.recap),
} as const;

export type SceneName = keyof typeof loaders;

/** Names of the ready scenes, in the order of a gallery. */
export const sceneNames = Object.keys(loaders) as SceneName[];

/** A ready scene, to render or to change first. */
export async function loadScene(name: SceneName): Promise<Scene> {
  const load = loaders[name];
  if (load) return load().catch(notLoaded(`The scene "${name}"`));
  throw new FanfareError(
    'poster',
    'scene_unknown',
    `There is no ready scene "${name}". Use one of ${sceneNames.join(', ')}, or give a scene.`,
  );
}
