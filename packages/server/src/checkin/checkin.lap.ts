// Laps and streaks, from nothing but the days that were done. Pure; the stories of `vectors/days.json` run through it.
import { addDays, isDayIn } from '@fanfare/protocol';

/** Where somebody stands on one day. */
export interface Standing {
  /** Days in a row up to today or yesterday. */
  streak: number;
  /** 1, 2, 3 ...; after the last day of a lap the next one waits for its first check-in. */
  lap: number;
  /** Days done of this lap. */
  lapDay: number;
  /** First and last day of this lap; null before its first check-in. */
  from: string | null;
  to: string | null;
  /** Days of this lap that are over and were not done. */
  missed: string[];
  /** Every lap with the days done of it, the first one first. */
  laps: { lap: number; done: number }[];
}

/** The next day that the zone has: now and then a zone skips one. */
function dayAfter(zone: string, day: string, step: 1 | -1 = 1): string {
  let next = addDays(day, step);
  while (!isDayIn(zone, next)) next = addDays(next, step);
  return next;
}

/** The last day of a lap that begins on `from`. */
function lastDayOf(zone: string, from: string, lapDays: number): string {
  let last = from;
  for (let left = lapDays - 1; left > 0; left--) last = dayAfter(zone, last);
  return last;
}

function streakAt(zone: string, done: ReadonlySet<string>, today: string): number {
  let day = done.has(today) ? today : dayAfter(zone, today, -1);
  let streak = 0;
  for (; done.has(day); day = dayAfter(zone, day, -1)) streak++;
  return streak;
}

function missedBetween(zone: string, done: ReadonlySet<string>, from: string, today: string): string[] {
  const missed: string[] = [];
  for (let day = from; day < today; day = dayAfter(zone, day)) if (!done.has(day)) missed.push(day);
  return missed;
}

/** Where the days done (in order) leave somebody `today`. */
export function standingOf(zone: string, lapDays: number, days: readonly string[], today: string): Standing {
  const laps: Standing['laps'] = [];
  let from: string | null = null;
  let to: string | null = null;
  for (const day of days) {
    if (to === null || day > to) {
      from = day;
      to = lastDayOf(zone, day, lapDays);
      laps.push({ lap: laps.length + 1, done: 0 });
    }
    laps[laps.length - 1]!.done++;
  }
  const done = new Set(days);
  const streak = streakAt(zone, done, today);
  if (from === null || to === null || today > to)
    return { streak, lap: laps.length + 1, lapDay: 0, from: null, to: null, missed: [], laps };
  const { lap, done: lapDay } = laps[laps.length - 1]!;
  return { streak, lap, lapDay, from, to, missed: missedBetween(zone, done, from, today), laps };
}
