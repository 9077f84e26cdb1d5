import { testWidget, type WidgetContract } from '@fanfare/core/testing';
import { afterAll } from 'vitest';
import { lottery as widget } from '../src/index';
import type { lotteryConfig } from '../src/lottery.config';
import { activityOf, closeAll, QUICK, until } from './lottery.page';
import { backend, lottery, refusal } from './lottery.sample';

afterAll(closeAll);

type Given = Parameters<typeof activityOf>[0];
const on =
  (given: () => Given = () => ({}), more = {}) =>
  () => ({ activity: activityOf(given()), ...QUICK, ...more });

const at = (ms: number) => new Date(Date.now() + ms).toISOString();
const live = (change: object) => ({
  'activity.live': () => ({
    version: 1,
    paused: [],
    stock: [],
    tiers: [],
    counters: { participants: 0, draws: 0, awards: 0 },
    winners: [],
    ...change,
  }),
});
const empty = { chances: { revision: 1, left: 0, used: 3, granted: 3, next_at: at(3_600_000) } };

const playing = (root: ShadowRoot) => until(() => root.querySelector<HTMLElement>('.tools'));
const spinUntil = (selector: string) => async (root: ShadowRoot) => {
  await playing(root);
  await until(() => root.querySelector('.go[aria-disabled="false"]'));
  root.querySelector<HTMLElement>('.go')!.click();
  await until(() => root.querySelector(selector));
  // Half-transparent while it arrives.
  await Promise.all(
    root
      .querySelector('.card')
      ?.getAnimations()
      .map(({ finished }) => finished) ?? [],
  );
};
const opened = (index: number) => async (root: ShadowRoot) => {
  await playing(root);
  root.querySelectorAll<HTMLElement>('.tools button')[index]!.click();
  await until(() => root.querySelector('.later')?.firstElementChild);
};

const states: WidgetContract<typeof lotteryConfig>['states'] = {
  ready: { options: on(), reach: async (root) => void (await playing(root)) },
  'ready as a grid': {
    options: on(undefined, { kind: 'grid' }),
    reach: async (root) => void (await until(() => root.querySelector('.light'))),
  },
  'in warm-up': {
    options: on(() => ({ definition: { schedule: { start_at: at(90_000_000), end_at: at(99_000_000) } } })),
    reach: async (root) => void (await until(() => root.querySelector('[role="timer"]')?.textContent)),
  },
  ended: { options: on(() => ({ definition: { schedule: { start_at: at(-9000), end_at: at(-1000) } } })) },
  'out of chances': {
    options: on(() => ({ sections: empty })),
    reach: async (root) => void (await until(() => root.querySelector('[part="ways"]'))),
  },
  'sold out': {
    options: on(() => ({
      handlers: live({ stock: lottery.prizes.map(({ id }) => ({ prize: id, label: 'out' })) }),
    })),
  },
  paused: {
    options: on(() => ({ handlers: live({ paused: ['lottery'], notice: { '*': '稍等 / One moment' } }) })),
  },
  'signed out': { options: on(() => ({ definition: { guests: 'none' as const } })) },
  'listing its prizes': { options: on(), reach: opened(0) },
  'asking for a code': {
    options: on(() => ({ definition: { lottery: { ...lottery, codes: true } } })),
    reach: opened(1),
  },
  asking: {
    options: on(() => ({ handlers: { 'lottery.draw': () => new Promise(() => {}) } })),
    reach: spinUntil('.is-busy'),
  },
  refused: {
    options: on(() => ({ handlers: { 'lottery.draw': () => Promise.reject(refusal('denied')) } })),
    reach: spinUntil('.is-refused'),
  },
  failed: {
    options: on(() => ({ handlers: { 'lottery.draw': () => Promise.reject(refusal('bad_answer')) } })),
    reach: spinUntil('.is-failed .main'),
  },
  won: { options: on(), reach: spinUntil('dialog .won') },
  'without a prize': {
    options: on(() => ({ handlers: { 'lottery.draw': backend('luck').draw } })),
    reach: spinUntil('dialog .none'),
  },
};

testWidget(widget, {
  options: on(),
  badOptions: {
    kind: 'triangle',
    minSpin: 5,
    maxSpin: 'long',
    code: 7,
    confetti: 'yes',
    haptics: 1,
    sound: 'loud',
  },
  states,
});
