// `<script type="module" src=".../fanfare.js">`: the page's tags come to life, and their code comes when they are met.
import type { Calls, Fanfare } from './api.js';
import { createPageActivity } from './page-activity.js';
import { readSettings } from './settings.js';
import { sources, widgetSources } from './sources.js';
import { start } from './start.js';

export type { Calls, Fanfare, Soon, Widgets } from './api.js';
export type { Settings } from './settings.js';
export type {} from './tags.js';

const isMine = (script: HTMLScriptElement) => script.src === import.meta.url;
const settings = readSettings(
  typeof document === 'undefined' ? undefined : [...document.scripts].find(isMine),
);

const calls: Calls = {
  createActivity: async (options) => (await import('./parts/activity.js')).createActivity(options),
  createTransport: async (handlers) => (await import('./parts/activity.js')).createTransport(handlers),
  createTracker: async (options) => (await import('./parts/tracker.js')).createTracker(options),
  renderPoster: async (...given) => (await import('./parts/painter.js')).renderPoster(...given),
  capturePoster: async (...given) => (await import('./parts/painter.js')).capturePoster(...given),
  async mount(name, target, options) {
    const load = widgetSources[name];
    if (!load) throw new Error(`[fanfare/elements] mount() knows no widget "${name}".`);
    const { part } = await load();
    return part.mount(target, { activity: await page?.activity(), ...options }) as never;
  },
};
const page = createPageActivity(settings, calls.createActivity);

/** The object that is `window.Fanfare`; a second version on a page has one of its own here. */
export const fanfare: Fanfare = start({ prefix: settings.prefix, sources, calls, page });
