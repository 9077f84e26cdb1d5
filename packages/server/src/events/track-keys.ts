// Publishable keys: they name a project and are no secret.
import type { Environment } from '../environment.js';
import { refuse } from '../http/refusal.js';

/** A key that pages send events with. */
export interface TrackKey {
  /** Publishable: it stands in the page. */
  key: string;
  /** The project that its events belong to. */
  project: string;
}

/** What development aids take without being told. */
export const DEMO_KEY: TrackKey = { key: 'pk_demo', project: 'demo' };

/** Fails on a key that stands for two projects. */
export function checkTrackKeys(keys: readonly TrackKey[]): ReadonlyMap<string, string> {
  const projects = new Map<string, string>();
  for (const { key, project } of keys) {
    if (!key || !project || (projects.get(key) ?? project) !== project)
      throw new Error(
        `[fanfare/server] "trackKeys" expected a key of one project each, got "${key}" for "${project}". Give each project a key of its own.`,
      );
    projects.set(key, project);
  }
  return projects;
}

/** The project of a key. */
export function projectOfKey({ trackKeys }: Pick<Environment, 'trackKeys'>, key: string): string {
  return trackKeys.get(key) ?? refuse('unauthenticated', { detail: 'This key names no project here.' });
}
