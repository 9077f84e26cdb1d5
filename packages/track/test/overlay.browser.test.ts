import { afterEach, expect, it } from 'vitest';
import { definePlan } from '../src/index.js';
import { createLedger } from '../src/ledger.js';
import { openOverlay } from '../src/overlay/open-overlay.js';
import type { Tracker } from '../src/tracker.js';

const ledger = createLedger();
const inspection = {
  version: '1',
  page: 'p',
  endpoint: 'e',
  waiting: 0,
  clockOffset: 42,
  stats: ledger.stats,
  rejected: [],
};
const tracker = {
  stats: () => ledger.stats,
  on: ledger.on,
  inspect: async () => inspection,
} as unknown as Tracker;
const plan = definePlan({}, { 'page.opened': {}, 'page.closed': {} });
const later = () => new Promise((resolve) => setTimeout(resolve, 350));
const root = () => document.querySelector('fanfare-track-overlay')!.shadowRoot!;
const textOf = (part: string) => root().querySelector(`[data-part=${part}]`)!.textContent;

let close = () => {};
afterEach(() => close());

it('ticks planned events, follows each event, and shows clock and request', async () => {
  document.documentElement.lang = 'en';
  close = openOverlay(tracker, plan);
  expect(textOf('plan')).toBe('☐ page.opened☐ page.closed');
  ledger.tell(['1a'], 'queued', 'page.opened');
  ledger.tell(['1b'], 'queued', '<b>bold</b>');
  await later();
  expect(textOf('plan')).toBe('☑ page.opened×1☐ page.closed');
  expect(textOf('events')).toBe('<b>bold</b> (not in the plan)queuedpage.openedqueued');
  expect(root().querySelector('b')).toBeNull();
  ledger.tell(['1a'], 'acked');
  ledger.emit('batch', { id: 'x', events: ['a'], outcome: 'answered', requestId: 'req-1' });
  await later();
  expect(textOf('events')).toContain('page.openedacked');
  expect(textOf('facts')).toBe('Server clock 42 ms · Last request: req-1');
  expect(textOf('counters')).toContain('acked 1');
});

it('speaks Chinese on a Chinese page, folds away, and leaves nothing behind', async () => {
  document.documentElement.lang = 'zh-CN';
  close = openOverlay(tracker, plan);
  expect(root().querySelector('h2')!.textContent).toBe('埋点');
  const toggle = root().querySelector('header button') as HTMLButtonElement;
  toggle.click();
  expect(toggle.getAttribute('aria-expanded')).toBe('false');
  close();
  expect(document.querySelector('fanfare-track-overlay')).toBeNull();
});

it('has no inline style and no style element', () => {
  close = openOverlay(tracker, plan);
  expect(root().querySelector('style, [style]')).toBeNull();
});

it('copies diagnostics, or shows them where the clipboard is closed', async () => {
  let copied = '';
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: {
      async writeText(text: string) {
        copied = text;
      },
    },
  });
  close = openOverlay(tracker, plan);
  const [copy] = [...root().querySelectorAll('button')].slice(-1);
  copy!.click();
  await later();
  expect(JSON.parse(copied)).toMatchObject({
    version: '1',
    clockOffset: 42,
    plan: [{ name: 'page.opened' }, {}],
  });
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
  copy!.click();
  await later();
  expect(root().querySelector('textarea')!.value).toContain('"version"');
});
