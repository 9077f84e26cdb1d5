// Retention: personal data goes when it has served, and what happened stays without it.
import { dayOfTime } from '../events/event.day.js';
import type { Store } from '../store.js';

const DAY_MS = 86_400_000;
const AT_ONCE = 500;

/** How long something is kept, in days; absent: for ever. */
export interface Retention {
  /** Names, addresses, accounts and pictures, from the activity's end on. */
  peopleDays?: number;
  /** Events, from the day on which they happened. Copies of an event may come for 14 days. */
  eventDays?: number;
}

const LEAST_EVENT_DAYS = 14;

/** Fails on terms that would lose what is still needed. */
export function checkRetention(retention: Retention): Retention {
  const { peopleDays, eventDays } = retention;
  const wrong = (name: string, least: number, got: number) => {
    throw new Error(
      `[fanfare/server] "retention.${name}" expected a whole number of days from ${least}, got ${got}.`,
    );
  };
  if (peopleDays !== undefined && !(Number.isInteger(peopleDays) && peopleDays >= 0))
    wrong('peopleDays', 0, peopleDays);
  if (eventDays !== undefined && !(Number.isInteger(eventDays) && eventDays >= LEAST_EVENT_DAYS))
    wrong('eventDays', LEAST_EVENT_DAYS, eventDays);
  return retention;
}

async function ended(store: Store, before: number): Promise<string[]> {
  return store.read(async (reader) => {
    const ids: string[] = [];
    for (const id of await reader.activityIds()) {
      const activity = await reader.activity(id);
      if (activity && Date.parse(activity.definition.schedule.end_at) < before) ids.push(id);
    }
    return ids;
  });
}

/** Forgets a few rows in each transaction until nothing is left, and answers how many there were. */
async function emptied(turn: () => Promise<number>): Promise<number> {
  let sum = 0;
  for (;;) {
    const count = await turn();
    sum += count;
    if (count === 0) return sum;
  }
}

/** Forgets what has been kept long enough at `now` (unix ms); answers how many rows that were. Copies may do it at once. */
export async function forgetOld(
  store: Store,
  { peopleDays, eventDays }: Retention,
  now: number,
): Promise<{ people: number; events: number }> {
  let people = 0;
  if (peopleDays !== undefined)
    for (const id of await ended(store, now - peopleDays * DAY_MS))
      people += await emptied(() => store.transaction((tx) => tx.forgetPeople(id, AT_ONCE)));
  if (eventDays === undefined) return { people, events: 0 };
  const beforeDay = dayOfTime(now) - eventDays;
  const events = await emptied(() => store.transaction((tx) => tx.forgetEvents(beforeDay, AT_ONCE * 10)));
  return { people, events };
}
