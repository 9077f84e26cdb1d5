import { testWidget, type WidgetContract } from '@fanfare/core/testing';
import { afterAll } from 'vitest';
import type { checkinConfig } from '../src/checkin.config';
import { checkin as widget } from '../src/index';
import { activityOf, checkinNow, closeAll, dayFromNow, iso, until } from './checkin.page';
import { dayOf, plan, refusal } from './checkin.sample';

afterAll(closeAll);

type Given = Parameters<typeof activityOf>[0];
const on =
  (given: () => Given = () => ({}), more = {}) =>
  () => ({ activity: activityOf(given()), flight: false, ...more });

const click = (root: ShadowRoot, selector: string) =>
  until(() => root.querySelector<HTMLElement>(selector)).then((element) => element.click());
const tapUntil = (selector: string) => async (root: ShadowRoot) => {
  await click(root, '.go[aria-disabled="false"]');
  await until(() => root.querySelector(selector));
};
const openedAt = (name: string, then: string) => async (root: ShadowRoot) => {
  const buttons = () => [...root.querySelectorAll<HTMLElement>('.tools button')];
  const button = await until(() =>
    buttons().find((one) => one.getAttribute('part') === name || one.dataset.opens === name),
  );
  button.click();
  await until(() => root.querySelector(then));
};
const today = () => ({
  sections: { checkin: checkinNow({ days: [dayOf(dayFromNow(-1)), dayOf(dayFromNow(0))] }) },
});
const over = () => ({
  sections: {
    checkin: checkinNow({
      days: [-6, -5, -4, -3, -2, -1, 0].map((count) => dayOf(dayFromNow(count))),
      missed: [],
      lap_from: dayFromNow(-6),
      lap_to: dayFromNow(0),
      lap_day: 7,
      streak: 7,
      group: { title: { 'zh-CN': '早起小组', en: 'Early birds' }, members: 12, done_today: 5 },
    }),
  },
});
const live = (change: object) => () => ({
  handlers: {
    'activity.live': () => ({
      version: 1,
      paused: [],
      stock: [],
      shop: [{ item: 'lamp', label: 'few' as const }],
      tiers: [],
      counters: { participants: 0, draws: 0, awards: 0 },
      winners: [],
      ...change,
    }),
  },
});
const news = async (root: ShadowRoot) => void (await until(() => root.querySelector('.card')));

const states: WidgetContract<typeof checkinConfig>['states'] = {
  ready: { options: on(), reach: news },
  'ready with a lap of 21 days': {
    options: on(() => ({ definition: { checkin: { ...plan, lap_days: 21 } } })),
  },
  done: { options: on(today) },
  'in warm-up': {
    options: on(() => ({
      definition: { schedule: { start_at: iso(90_000_000), end_at: iso(990_000_000) } },
    })),
  },
  ended: { options: on(() => ({ definition: { schedule: { start_at: iso(-9000), end_at: iso(-1000) } } })) },
  paused: { options: on(live({ paused: ['checkin'], notice: { '*': '稍等 / One moment' } })) },
  'signed out': { options: on(() => ({ definition: { guests: 'view' as const } })) },
  absent: { options: on(() => ({ definition: { checkin: undefined } })) },
  'at the end of a lap, in a group': { options: on(over), reach: news },
  asking: {
    options: on(() => ({ handlers: { 'checkin.create': () => new Promise<never>(() => {}) } })),
    reach: tapUntil('.is-asking'),
  },
  'just checked in': { options: on(), reach: tapUntil('.is-done') },
  refused: {
    options: on(() => ({ handlers: { 'checkin.create': () => Promise.reject(refusal('denied')) } })),
    reach: tapUntil('[role="alert"]'),
  },
  failed: {
    options: on(() => ({ handlers: { 'checkin.create': () => Promise.reject(refusal('bad_answer')) } })),
    reach: tapUntil('.is-failed'),
  },
  'a month': {
    options: on(undefined, { view: 'month' }),
    reach: (root) => until(() => root.querySelector('.grid')).then(() => {}),
  },
  'making up a day': {
    options: on(),
    reach: async (root) => {
      await click(root, '.station.is-missed button');
      await until(() => root.querySelector('.confirm'));
    },
  },
  'the mall': { options: on(live({})), reach: openedAt('points', '.mall') },
  'an exchange': {
    options: on(live({})),
    reach: async (root) => {
      await openedAt('points', '.mall')(root);
      await click(root, '.mall .main[aria-disabled="false"]');
      await until(() => root.querySelector('.confirm'));
    },
  },
  'handing in': {
    options: on(() => ({
      sections: {
        checkin: checkinNow({
          days: [dayOf(dayFromNow(-1), 'on_time', { text: 'I read a book', comment: 'Well done' })],
        }),
      },
    })),
    reach: openedAt('content', '.content'),
  },
};

testWidget(widget, {
  options: on(),
  badOptions: { view: 'year', mall: 'no', group: 1, flight: 'high' },
  states,
});
