// A page with all five widgets and the tracker in the referee's load suite, over handlers in the page. Only wiring: it
// is ready when every widget can be used.

const code = `
import { createActivity, createTransport, mount } from './packages/core/dist/index.js';
import { countdown } from './packages/countdown/dist/index.js';
import { lottery } from './packages/lottery/dist/index.js';
import { poster } from './packages/poster/dist/index.js';
import { invite } from './packages/invite/dist/index.js';
import { checkin } from './packages/checkin/dist/index.js';
import { createTracker } from './packages/track/dist/index.js';

const at = (ms) => new Date(Date.now() + ms).toISOString();
const today = at(0).slice(0, 10);
const name = (text) => ({ '*': text });
const me = {
  participant: { id: 'guest', kind: 'guest' },
  sections: {
    chances: { revision: 1, left: 3, used: 0, granted: 3 },
    rewards: { revision: 1, items: [] },
    points: { revision: 1, balance: 20, history: [] },
    invite: {
      revision: 1, code: 'K7Q2M9RTXW4E', url: 'https://host.example/?invite=K7Q2M9RTXW4E', valid: 0, friends: [],
      tiers: [{ id: 'three', state: 'locked' }], tasks: [],
    },
    checkin: {
      revision: 1, today, day_ends_at: at(36000000), days: [], missed: [], streak: 0, lap: 1, lap_day: 0,
      make_up_left: 0, multiplier: 1,
    },
  },
};
const activity = createActivity({
  id: 'bench',
  locale: 'zh-CN',
  tracker: createTracker({ key: 'pk_bench', consent: 'granted' }),
  transport: createTransport({
    'time.get': () => ({ now: Date.now() }),
    'activity.get': () => ({
      id: 'bench', version: 1, title: name('年度感恩活动'), zone: 'Asia/Shanghai', landing: 'https://host.example/',
      schedule: { start_at: at(-3600000), end_at: at(3600000) }, guests: 'act', jitter_seconds: 30,
      live_seconds: 60, sessions: [], nodes: [], rules: [],
      lottery: {
        prizes: Array.from({ length: 8 }, (_, i) => ({ id: 'p' + i, name: name('奖' + i), kind: 'coupon' })),
        ways: [], codes: false,
      },
      invite: { tiers: [{ id: 'three', friends: 3, name: name('红包'), kind: 'cash' }], steps: 0 },
      checkin: {
        lap_days: 7, points: 10, milestones: [], make_up: { per_lap: 0 }, multipliers: [], groups: [], content: 'none',
      },
    }),
    'activity.live': () => ({
      version: 1, paused: [], stock: [], tiers: [], winners: [],
      counters: { participants: 0, draws: 0, awards: 0 },
    }),
    'guest.create': () => ({ token: 'token', secret: 'secret', linked: false, me }),
    'participant.get': () => me,
  }),
});

const place = (id) => document.getElementById(id);
const below = () => document.body.appendChild(document.createElement('div'));
const widgets = [
  [countdown, place('count'), '.number'],
  [lottery, place('wheel'), 'button'],
  [poster, place('poster'), 'button'],
  [invite, below(), 'button'],
  [checkin, below(), 'button'],
].map(([widget, target, usable]) => {
  mount(widget, target, { activity });
  return () => target.firstElementChild.shadowRoot.querySelector(usable);
});
const look = () => (widgets.every((isUsable) => isUsable()) ? window.__ready() : setTimeout(look, 16));
look();
`;

export const load = [{ name: 'fanfare: five widgets and tracking', lazy: true, code }];
