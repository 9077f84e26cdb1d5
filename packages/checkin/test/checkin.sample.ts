// A check-in to test with: a lap of seven, and a backend that keeps its promises.
import type { FakeActivityOptions } from '@fanfare/core/testing';
import type { Checkin, Points, PublicCheckin, PublicShop } from '@fanfare/protocol';
import type { World } from '../src/checkin.world';

export const plan: PublicCheckin = {
  lap_days: 7,
  points: 10,
  milestones: [
    { day: 3, name: { 'zh-CN': '三日之约', en: 'Three days' }, points: 20 },
    { day: 7, name: { 'zh-CN': '七日不辍', en: 'A week' }, points: 60 },
  ],
  make_up: { per_lap: 1, cost: 30, friends: 1 },
  multipliers: [{ id: 'group', channel: 'group', factor: 2, title: { 'zh-CN': '群链接', en: 'Group link' } }],
  content: 'both',
  offer: { title: { 'zh-CN': '新年好礼', en: 'A New Year gift' }, url: 'https://host.example/offer' },
};

export const shop: PublicShop = {
  items: [
    { id: 'cup', name: { 'zh-CN': '杯子', en: 'A cup' }, cost: 30, per_person: 1 },
    { id: 'lamp', name: { 'zh-CN': '灯笼', en: 'A lantern' }, cost: 20 },
    { id: 'bike', name: { 'zh-CN': '自行车', en: 'A bicycle' }, cost: 9000 },
  ],
};

export const dayOf = (day: string, kind: 'on_time' | 'make_up' = 'on_time', more = {}) => ({
  day,
  kind,
  points: 10,
  ...more,
});

/** December 31 in Shanghai; the 28th and 30th are done, the 29th was missed. */
export const checkin: Checkin = {
  revision: 5,
  today: '2026-12-31',
  day_ends_at: '2026-12-31T16:00:00.000Z',
  days: [dayOf('2026-12-28'), dayOf('2026-12-30')],
  missed: ['2026-12-29'],
  streak: 1,
  lap: 1,
  lap_day: 2,
  lap_from: '2026-12-28',
  lap_to: '2027-01-03',
  make_up_left: 1,
  multiplier: 1,
};

export const points: Points = {
  revision: 5,
  balance: 50,
  history: [
    { id: 'b', at: '2026-12-30T01:00:00Z', change: 10, reason: 'checkin', subject: '2026-12-30' },
    { id: 'a', at: '2026-12-28T01:00:00Z', change: -5, reason: 'something new' },
  ],
};

export const world: World = {
  plan,
  shop,
  phase: 'live',
  startAt: '2026-12-28T00:00:00Z',
  endAt: '2027-01-20T00:00:00Z',
  zone: 'Asia/Shanghai',
  isKnown: true,
  isSignedOut: false,
  paused: [],
  stock: [],
  checkin,
  points,
  rewards: [],
  today: '2026-12-31',
  isNewDay: false,
};

/** What a backend says no with. */
export const refusal = (code: string, retryable = false) =>
  Object.assign(new Error(code), { code, retryable });

type Handlers = NonNullable<FakeActivityOptions['handlers']>;
export type CheckinCall = Parameters<NonNullable<Handlers['checkin.create']>>[0];

/** Checks in once a day, and answers a known key with what it has saved. */
export function backend(today = () => checkin.today) {
  const saved = new Map<string, unknown>();
  const calls: { key: string | undefined; body: unknown }[] = [];
  let days = checkin.days;
  let revision = checkin.revision;
  let balance = points.balance;
  const once = <T>(key: string | undefined, input: unknown, work: () => T): T => {
    calls.push({ key, body: input });
    const known = (saved.get(key!) as T | undefined) ?? work();
    saved.set(key!, known);
    return known;
  };
  const sections = () => ({
    checkin: { ...checkin, revision, today: today(), days, streak: 2, lap_day: days.length },
    points: { ...points, revision, balance },
    rewards: { revision, items: [] },
  });
  return {
    calls,
    sections,
    get days() {
      return days.map(({ day }) => day);
    },
    checkIn: async ({ key, input }: CheckinCall) =>
      once(key, input, () => {
        const day = input.day ?? today();
        if (!days.some((one) => one.day === day)) {
          days = [
            ...days,
            dayOf(day, input.day ? 'make_up' : 'on_time', input.text ? { text: input.text } : {}),
          ];
          balance += 10;
        }
        revision++;
        return { sections: sections() };
      }),
    exchange: async ({ key, params }: { key: string | undefined; params: Record<string, string> }) =>
      once(key, params, () => {
        balance -= shop.items.find(({ id }) => id === params.item)!.cost;
        revision++;
        const { points: changed, rewards } = sections();
        return { sections: { points: changed, rewards } };
      }),
  };
}
