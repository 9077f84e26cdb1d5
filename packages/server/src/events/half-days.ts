// Half-days of a zone: from midnight to noon and from noon to midnight, in days of 23 to 25 hours too.
import { dayEndsAt, dayKeyAt } from '@fanfare/protocol';

const HALF_MS = 12 * 3_600_000;
const LONGEST_DAY_MS = 49 * 3_600_000;

/** The bounds (unix ms, ascending) of the half-days that hold every moment from `from` up to `to`. */
export function halfDayBounds(zone: string, from: number, to: number): number[] {
  const bounds: number[] = [];
  for (let start = dayStartsAt(zone, from); ; ) {
    const end = dayEndsAt(zone, start);
    // Noon is twelve hours before the midnight that follows: clocks change in the night.
    for (const bound of [start, end - HALF_MS]) {
      bounds.push(bound);
      if (bound >= to) return bounds.filter((one, at) => one > from || (bounds[at + 1] ?? to) > from);
    }
    start = end;
  }
}

/** The first moment of the day of `ms`. */
function dayStartsAt(zone: string, ms: number): number {
  const today = dayKeyAt(zone, ms);
  let start = dayEndsAt(zone, ms - LONGEST_DAY_MS);
  while (dayKeyAt(zone, start) !== today) start = dayEndsAt(zone, start);
  return start;
}
