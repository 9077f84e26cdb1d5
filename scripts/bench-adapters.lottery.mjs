// The lottery in the referee's suites: the built packages through their public API, over handlers that answer the
// wanted prize. Only wiring.

/** @param {'wheel' | 'grid'} kind */
const code = (kind) => `
import { createActivity, createTransport, mount } from './packages/core/dist/index.js';
import { lottery } from './packages/lottery/dist/index.js';

const SLOW_MS = 2400;

const at = (ms) => new Date(Date.now() + ms).toISOString();
let revision = 1;
let wanted = 0;
const chances = () => ({ revision, left: 9, used: 0, granted: 9 });

/** One activity for the page, as on any page; it is made with the first mount. */
const createPage = (prizes) => createActivity({
  id: 'bench',
  locale: 'zh-CN',
  transport: createTransport({
    'time.get': () => ({ now: Date.now() }),
    'activity.get': () => ({
      id: 'bench', version: 1, title: { '*': 'Bench' }, zone: 'Asia/Shanghai', landing: 'https://host.example/',
      schedule: { start_at: at(-3600000), end_at: at(3600000) }, guests: 'act', jitter_seconds: 30,
      live_seconds: 60, sessions: [], nodes: [], rules: [], lottery: { prizes, ways: [], codes: false },
    }),
    'activity.live': () => ({
      version: 1, paused: [], stock: [], tiers: [], winners: [],
      counters: { participants: 0, draws: 0, awards: 0 },
    }),
    'guest.create': () => ({
      token: 'token', secret: 'secret', linked: false,
      me: { participant: { id: 'guest', kind: 'guest' }, sections: { chances: chances() } },
    }),
    'lottery.draw': () => {
      revision++;
      return {
        draw: {
          id: 'd' + revision, at: at(0), outcome: 'won', prize: 'p' + wanted, reward: null,
          receipt: 'R' + revision, epoch: 1, nonce: revision,
        },
        sections: { chances: chances(), rewards: { revision, items: [] } },
      };
    },
  }),
});
let activity;

window.adapter = {
  async mount(element, names) {
    activity ??= createPage(names.map((name, index) => ({ id: 'p' + index, name: { '*': name }, kind: 'coupon' })));
    const handle = mount(lottery, element, { activity, kind: '${kind}', minSpin: 4000 - SLOW_MS, confetti: false });
    await activity.ready;
    return {
      spin(index) {
        wanted = index;
        return new Promise((resolve) => {
          handle.on('drawn', resolve);
          element.querySelector('div').shadowRoot.querySelector('button').click();
        });
      },
      destroy: handle.destroy,
    };
  },
};
`;

export const lottery = [
  { name: 'fanfare wheel', kind: 'wheel', code: code('wheel') },
  { name: 'fanfare grid', kind: 'grid', code: code('grid') },
];

export const size = [
  {
    group: 'lottery',
    name: 'fanfare lottery (wheel, grid, activity)',
    code: `import './packages/core/dist/element.js'; import './packages/lottery/dist/element.js';`,
  },
];
