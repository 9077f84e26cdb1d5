// A check-in on a real page: real time, and a backend in the page.
import { browserWorld } from '@fanfare/core';
import {
  type FakeActivityOptions,
  type FakeEnvironment,
  fakeActivity,
  fakeEnvironment,
  memoryStorage,
} from '@fanfare/core/testing';
import type { Checkin } from '@fanfare/protocol';
import { addDays, dayEndsAt, dayKeyAt } from '@fanfare/protocol/day';
import { backend, checkin, dayOf, plan, points, shop } from './checkin.sample';

const cleanups: (() => void)[] = [];
const ZONE = 'Asia/Shanghai';
const DAY = 86_400_000;

/** Undoes everything that was opened. */
export function closeAll(): void {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
  document.body.replaceChildren();
}

export const iso = (ms: number): string => new Date(Date.now() + ms).toISOString();

/** Day key of so many days from now. */
export const dayFromNow = (count: number): string => addDays(dayKeyAt(ZONE, Date.now()), count);

/** The sample, as of now: day before yesterday missed. */
export const checkinNow = (more: Partial<Checkin> = {}): Checkin => ({
  ...checkin,
  today: dayFromNow(0),
  day_ends_at: new Date(dayEndsAt(ZONE, Date.now())).toISOString(),
  days: [dayOf(dayFromNow(-3)), dayOf(dayFromNow(-1))],
  missed: [dayFromNow(-2)],
  lap_from: dayFromNow(-3),
  lap_to: dayFromNow(3),
  ...more,
});

export function activityOf({
  handlers,
  definition,
  sections,
  ...rest
}: FakeActivityOptions & { sections?: Partial<NonNullable<FakeActivityOptions['sections']>> } = {}) {
  const environment: FakeEnvironment = {
    ...fakeEnvironment(Date.now()),
    ...browserWorld(),
    storage: memoryStorage(),
  };
  const server = backend(() => dayFromNow(0));
  const { activity } = fakeActivity({
    environment,
    definition: {
      checkin: plan,
      shop,
      schedule: { start_at: iso(-10 * DAY), end_at: iso(20 * DAY) },
      ...definition,
    },
    sections: { checkin: checkinNow(), points, rewards: { revision: 1, items: [] }, ...sections },
    handlers: {
      'checkin.create': async (call) => {
        const { sections } = await server.checkIn(call);
        const done = checkinNow({ revision: sections.checkin.revision, streak: 2, lap_day: 3 });
        return {
          sections: { ...sections, checkin: { ...done, days: [...done.days, dayOf(dayFromNow(0))] } },
        };
      },
      'shop.exchange': server.exchange,
      ...handlers,
    },
    ...rest,
  });
  cleanups.push(activity.destroy);
  return activity;
}

/** Waits until `find` finds something. */
export async function until<T>(find: () => T | null | undefined | false, patience = 9000): Promise<T> {
  for (const end = performance.now() + patience; ; ) {
    const found = find();
    if (found) return found;
    if (performance.now() > end) throw new Error(`nothing found within ${patience} ms: ${find}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}
