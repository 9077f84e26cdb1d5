// Wires the built tracking client to the referee's interface.
export const tracking = [
  {
    name: 'fanfare',
    config: 'default',
    code: `import { createTracker } from './packages/track/dist/index.js';
let tracker;
window.adapter = {
  init: async ({ url }) => { tracker = createTracker({ key: 'bench', endpoint: url }); },
  track: (k, i) => tracker.track('bench', { k, page: '/campaign/2026', widget: 'lottery', prize: 'coupon', step: i }),
};`,
  },
];

export const size = [
  {
    group: 'tracking',
    name: 'fanfare',
    code: "import { createTracker } from './packages/track/dist/index.js'; export { createTracker };",
  },
];
