// Calendar files after RFC 5545.
import type { CalendarEntry } from './countdown.config.js';

const HALF_HOUR_MS = 1_800_000;
const MOST_OCTETS = 75;

/** A calendar file of these dates, each with a reminder. `stamp` is when it is written, in unix ms. */
export function calendarOf(entries: readonly CalendarEntry[], remindMinutes: number, stamp: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Fanfare//Countdown//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...entries.flatMap(({ id, title, startAt, endAt = startAt + HALF_HOUR_MS, url }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(id)}@fanfare`,
      `DTSTAMP:${utc(stamp)}`,
      `DTSTART:${utc(startAt)}`,
      `DTEND:${utc(endAt)}`,
      `SUMMARY:${escaped(title)}`,
      // A URI stands as it is; parsing it takes out what could end its line.
      ...(url ? [`URL:${new URL(url).href}`] : []),
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(title)}`,
      `TRIGGER:-PT${remindMinutes}M`,
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** `20261231T160000Z`: universal time means the same on every phone. */
const utc = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');

const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');

/** Lines are at most 75 octets; what goes on begins with a blank. No character is cut. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let octets = 0;
  let result = '';
  for (const char of line) {
    const size = encoder.encode(char).length;
    if (octets + size > MOST_OCTETS) {
      result += '\r\n ';
      octets = 1;
    }
    result += char;
    octets += size;
  }
  return result;
}
