// Calendar days in an activity's zone, over Intl alone. Which day it is, is the server's word; a page uses this to
// draw calendars and to count days, never to decide. Golden vectors: vectors/days.json.

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** Hours after midnight UTC that meet a day of the same name from UTC-12 to UTC+14; noon meets it nearly anywhere. */
const WITHIN_A_DAY = [12, 0, 24, -6, 6, 18, 30, -12];
/** The part of a day that was looked at last, by zone: most who ask mean today. */
const lastDays = new Map<string, { key: string; from: number; until: number }>();
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}

/** The day key of a moment (unix ms) in an IANA zone: `2027-01-01`. */
export function dayKeyAt(zone: string, ms: number): string {
  const last = lastDays.get(zone);
  if (last && ms >= last.from && ms < last.until) return last.key;
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatOf(zone).formatToParts(ms)) parts[type] = value;
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/**
 * The first moment (unix ms) after the day of `ms`. Found by halving: days have 23 to 25 hours, some begin at 01:00,
 * and after one the next is missing.
 */
export function dayEndsAt(zone: string, ms: number): number {
  const last = lastDays.get(zone);
  if (last && ms >= last.from && ms < last.until) return last.until;
  const today = dayKeyAt(zone, ms);
  let same = ms;
  let next = ms + 48 * HOUR;
  while (next - same > 1) {
    const middle = Math.floor((same + next) / 2);
    if (dayKeyAt(zone, middle) === today) same = middle;
    else next = middle;
  }
  lastDays.set(zone, { key: today, from: ms, until: next });
  return next;
}

/** The day key `count` calendar days later; earlier for a negative count. Throws a RangeError for what is no day key. */
export const addDays = (key: string, count: number): string =>
  new Date(Date.parse(key) + count * DAY).toISOString().slice(0, 10);

/** Calendar days from one day key to another: 1 from a day to the next, negative backwards. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** Whether the zone ever had, or will have, that day: in 2011 Pacific/Apia went from December 29 to 31. */
export function isDayIn(zone: string, key: string): boolean {
  const midnight = Date.parse(key);
  if (Number.isNaN(midnight) || addDays(key, 0) !== key) return false;
  return WITHIN_A_DAY.some((hour) => dayKeyAt(zone, midnight + hour * HOUR) === key);
}
