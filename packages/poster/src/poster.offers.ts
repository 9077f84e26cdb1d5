// Which scenes the gallery shows.
import type { PosterConfig, SceneChoice } from './poster.config.js';
import type { PosterData } from './scene/bind.js';
import type { SceneName } from './scenes/names.js';

/** Days before the start that have a countdown poster. */
const COUNTED_DAYS = 7;

/** The host's choice, else the ready scenes that the data can fill without inventing anything. */
export function offersOf({ scene, scenes }: PosterConfig, data: PosterData): readonly SceneChoice[] {
  if (scenes.length) return scenes;
  if (scene) return [scene];
  const { day, draws, friends, days, photo, quote } = data;
  const hasDone = [draws, friends, days].some((count) => Number(count) > 0);
  const isSoon = Number(day) >= 1 && Number(day) <= COUNTED_DAYS;
  const names: (SceneName | false)[] = [
    isSoon && 'countdown',
    'festive',
    'minimal',
    'dark',
    !!(photo && quote) && 'endorsement',
    hasDone && 'recap',
  ];
  return names.filter((name) => name !== false);
}

/** What a scene is called in states and facts: its name, or `own-1` for the first of the host's own. */
export const idOf = (choice: SceneChoice, index: number): string =>
  typeof choice === 'string' ? choice : `own-${index + 1}`;
