// Days of events get their place before they come: by a job, ahead of time, and by the first event of a day that the
// job has missed.
import type { Store, StoredEvent } from '../store.js';
import { dayOfTime } from './event.day.js';

/** Days ahead that have their place, so that a job that fails for a week does no harm. */
const AHEAD = 8;
/** Devices send what they have kept for seven days; what is older, or far ahead, is a clock that is wrong. */
const BEHIND = 8;

const prepare = (store: Store, days: readonly number[]) =>
  // One transaction a day: a lock that is not to be had costs that day only.
  days.reduce<Promise<number>>(
    async (made, day) => (await made) + (await store.transaction((tx) => tx.prepareEventDays([day]))),
    Promise.resolve(0),
  );

/** Makes room for the days to come; answers for how many. To be called daily or more often, by one copy or by all. */
export function prepareEventDays(store: Store, now: number): Promise<number> {
  const today = dayOfTime(now);
  return prepare(
    store,
    Array.from({ length: AHEAD + 2 }, (_, at) => today - 1 + at),
  );
}

/** Makes room for the days of events that are about to be stored, once for each day. */
export function createDayKeeper(store: Store): (events: readonly StoredEvent[]) => Promise<void> {
  const seen = new Set<number>();
  return async (events) => {
    for (const { day, received_at } of events) {
      if (seen.has(day)) continue;
      seen.add(day);
      if (Math.abs(day - dayOfTime(received_at)) > BEHIND) continue;
      // Without a place of its own a day stands with the others that have none: nothing is lost.
      await prepare(store, [day]).catch(() => 0);
    }
  };
}
