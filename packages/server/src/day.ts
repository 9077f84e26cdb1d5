// Calendar days in the activity's zone. Only the server decides which day it is.

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

/** The day key of a moment (unix ms): `2027-01-01`. */
export function dayKeyAt(zone: string, now: number): string {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(now)
      .map((part) => [part.type, part.value]),
  );
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/** The first moment (unix ms) of the next day. Found by halving: days have 23 to 25 hours, some begin at 01:00. */
export function nextDayAt(zone: string, now: number): number {
  const today = dayKeyAt(zone, now);
  let same = now;
  let next = now + 48 * 3_600_000;
  while (next - same > 1) {
    const middle = Math.floor((same + next) / 2);
    if (dayKeyAt(zone, middle) === today) same = middle;
    else next = middle;
  }
  return next;
}
