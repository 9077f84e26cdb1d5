// What it costs the main thread in script, styles and layout, at 4x CPU throttle, to draw a month of check-ins and 200 friends: the goal is 16 ms each.
// `node scripts/bench-together.mjs [rounds]`, after the build, with nothing else running. It prints and asserts nothing.
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright';
import { chromiumArgs, findChromium } from './chromium.mjs';

const root = resolve(import.meta.dirname, '..');
const ROUNDS = Number(process.argv[2] ?? 15);
const THROTTLE = 4;
const GOAL_MS = 16;

const code = `
import { createActivity, createTransport, mount } from './packages/core/dist/index.js';
import { checkin } from './packages/checkin/dist/index.js';
import { invite } from './packages/invite/dist/index.js';

const now = Date.parse('2027-01-20T12:00:00Z');
const start = Date.now();
const at = (days) => new Date(now + days * 86400000).toISOString();
const day = (n) => '2027-01-' + String(n).padStart(2, '0');
const friends = Array.from({ length: 200 }, (_, n) => ({
  id: 'f' + n, name: '好友 ' + n, state: ['valid', 'joined', 'refused'][n % 3], at: at(-1),
  ...(n % 3 === 1 && { reason: 'waiting' }), ...(n % 3 === 2 && { reason: 'repeat' }),
}));
const me = {
  participant: { id: 'guest', kind: 'guest' },
  sections: {
    invite: { revision: 1, code: 'MYC0DE23456789', url: 'https://host.example/', valid: 67, friends, tiers: [], tasks: [] },
    checkin: {
      revision: 1, today: day(20), day_ends_at: '2027-01-20T16:00:00Z', streak: 3, lap: 1, lap_day: 15,
      lap_from: day(1), lap_to: day(21), make_up_left: 1, multiplier: 1, missed: [day(4), day(9)],
      days: [1, 2, 3, 5, 6, 7, 8, 10, 11, 12, 13, 14, 17, 18, 19].map((n) => ({ day: day(n), kind: n === 3 ? 'make_up' : 'on_time', points: 10 })),
    },
    points: { revision: 1, balance: 150, history: [] },
    rewards: { revision: 1, items: [] },
  },
};
const activity = createActivity({
  id: 'bench', locale: 'zh-CN',
  transport: createTransport({
    'time.get': () => ({ now: Date.now() + (now - start) }),
    'activity.get': () => ({
      id: 'bench', version: 1, title: { '*': 'Bench' }, zone: 'Asia/Shanghai', landing: 'https://host.example/',
      schedule: { start_at: at(-19), end_at: at(30) }, guests: 'act', jitter_seconds: 30, live_seconds: 60,
      sessions: [], nodes: [], rules: [],
      invite: { tiers: [{ id: 'one', friends: 100, name: { '*': '红包' }, kind: 'cash' }], steps: 0 },
      checkin: { lap_days: 21, points: 10, milestones: [{ day: 7, name: { '*': '七天' }, points: 20 }], make_up: { per_lap: 2 }, multipliers: [], content: 'none' },
    }),
    'activity.live': () => ({ version: 1, paused: [], stock: [], tiers: [], winners: [], counters: { participants: 0, draws: 0, awards: 0 } }),
    'guest.create': () => ({ token: 'token', secret: 'secret', linked: false, me }),
    'participant.get': () => me,
  }),
});
mount(invite, '#invite', { activity, address: false });
mount(checkin, '#checkin', { activity });
document.querySelector('#floor').onclick = ({ currentTarget }) => {
  const list = document.createElement('ul');
  for (const { name, state } of friends) {
    const row = document.createElement('li');
    for (const text of [name, state]) row.appendChild(document.createElement('span')).textContent = text;
    list.append(row);
  }
  currentTarget.append(list);
};
`;

const { outputFiles } = await build({
  stdin: { contents: code, resolveDir: root, loader: 'js' },
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2020',
  write: false,
  logLevel: 'error',
});
const script = outputFiles[0]?.text ?? '';

const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
const page = await browser.newPage({ viewport: { width: 375, height: 812 } });
const session = await page.context().newCDPSession(page);
// The thread's own time: what other processes take from it is not counted.
await session.send('Performance.enable', { timeDomain: 'threadTicks' });

const OWN = ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'];

/** What script, styles and layout have taken of the main thread so far, in ms. */
async function spent() {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.reduce((sum, { name, value }) => sum + (OWN.includes(name) ? 1000 * value : 0), 0);
}
const settle = () =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 120))));

/** Presses in the page itself: the runner's own waiting would count as work. @param {string} expression */
const press = (expression) => page.evaluate(`(${expression}).click()`);
const inside = (/** @type {string} */ name) => `document.querySelector('#${name} > *').shadowRoot`;

const tasks = [
  {
    // By hand, with nothing around it: 200 rows of two words.
    name: 'floor: 200 rows',
    press: `document.querySelector('#floor')`,
    shown: `document.querySelectorAll('#floor li').length === 200`,
  },
  {
    name: 'month of 31 days',
    press: `${inside('checkin')}.querySelector('[data-opens=month]')`,
    shown: `!!${inside('checkin')}.querySelector('.grid')`,
  },
  {
    name: '200 friends',
    press: `${inside('invite')}.querySelector('[part=friends] > button')`,
    shown: `${inside('invite')}.querySelectorAll('[part=friends] li').length === 200`,
  },
];

/** @type {Record<string, number[]>} */
const samples = {};
for (let round = 0; round <= ROUNDS; round++) {
  await page.setContent(
    '<!doctype html><div id="floor"></div><div id="invite"></div><div id="checkin"></div>',
  );
  await page.addScriptTag({ content: script });
  for (const task of tasks) await page.waitForFunction(`!!(${task.press})`);
  await settle();
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  for (const { name, press: button, shown } of tasks) {
    const before = await spent();
    await press(button);
    await settle();
    const ms = (await spent()) - before;
    if (!(await page.evaluate(shown))) throw new Error(`${name} is not there.`);
    // The first round warms up.
    if (round > 0) samples[name] = [...(samples[name] ?? []), ms];
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
}
await browser.close();

console.log(`script, styles and layout at ${THROTTLE}x throttle, ${ROUNDS} rounds, goal ${GOAL_MS} ms`);
for (const [name, list] of Object.entries(samples)) {
  const sorted = [...list].sort((a, b) => a - b);
  const of = (/** @type {number} */ share) => sorted[Math.floor((sorted.length - 1) * share)]?.toFixed(1);
  console.log(`${name.padEnd(18)} median ${of(0.5)} ms, best ${of(0)}, worst ${of(1)}`);
}
