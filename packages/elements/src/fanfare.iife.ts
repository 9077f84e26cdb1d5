// `<script src=".../fanfare.iife.js">`: for pages whose tools know no modules. All there is, but for the late parts.
import type { Calls } from './api.js';
import { createPageActivity } from './page-activity.js';
import { part as activity, createActivity, createTransport } from './parts/activity.js';
import { part as checkin } from './parts/checkin.js';
import { part as countdown } from './parts/countdown.js';
import { part as invite } from './parts/invite.js';
import { part as lottery } from './parts/lottery.js';
import { capturePoster, renderPoster } from './parts/painter.js';
import { part as poster } from './parts/poster.js';
import { createTracker } from './parts/tracker.js';
import { readSettings } from './settings.js';
import type { Source } from './sources.js';
import { start } from './start.js';

const widgets = { checkin, countdown, invite, lottery, poster };
const parts = { activity, ...widgets };
const sources: { [name: string]: Source } = {};
for (const [name, part] of Object.entries(parts)) sources[name] = () => Promise.resolve({ part });

const settings = readSettings(typeof document === 'undefined' ? undefined : document.currentScript);

const calls: Calls = {
  createActivity,
  createTransport,
  createTracker,
  renderPoster,
  capturePoster,
  mount(name, target, options) {
    const part = widgets[name];
    if (!part) throw new Error(`[fanfare/elements] mount() knows no widget "${name}".`);
    return part.mount(target, { activity: page?.activity(), ...options }) as never;
  },
};
const page = createPageActivity(settings, createActivity);

start({ prefix: settings.prefix, sources, calls, page });
