// What a host may set. Each key is an attribute of the element, a property and an option of `mount` alike.
import {
  type ConfigInput,
  type ConfigOf,
  callback,
  flag,
  listOf,
  oneOf,
  text,
  textThat,
  whole,
} from '@fanfare/core';
import type { ActivityNode, Session } from '@fanfare/protocol';
import { isHttpsUrl, isTime } from '@fanfare/protocol/checks';
import { UNITS } from './countdown.unit.js';

/** One date for a person's calendar. */
export interface CalendarEntry {
  /** The same on every download, so that a calendar replaces instead of doubling. */
  id: string;
  title: string;
  /** Unix ms. */
  startAt: number;
  /** Unix ms; without it the date takes half an hour. */
  endAt?: number | undefined;
  url?: string | undefined;
}

/** Whether an item of a list has a title by language, times with their zone, and no link but to https. */
const isPlanned =
  (...times: string[]) =>
  (item: unknown) => {
    const bag = Object(item) as Record<string, string>;
    return (
      typeof bag.title === 'object' &&
      times.every((key) => isTime(`${bag[key]}`)) &&
      (!bag.url || isHttpsUrl(bag.url))
    );
  };

export const countdownConfig = {
  /**
   * The moment to count to, RFC 3339 with its zone: `2027-01-01T00:00:00+08:00`. Without it the countdown follows
   * its activity: to the start, then to the end.
   */
  until: textThat('a time with a zone, such as "2027-01-01T00:00:00+08:00"', isTime),
  /**
   * An address whose answers tell the time, by a `Fanfare-Time` or else the `Date` header; `/` is the page's own
   * server. Without it a countdown that stands alone runs on the device's clock and says so. An activity's clock
   * goes before it.
   */
  timeUrl: textThat('an address such as "/"', (url) => !!url),
  /** `timer` counts to one moment, `schedule` lists the sessions and moments with a timer to the next. @default "timer" */
  mode: oneOf(['timer', 'schedule'], 'timer'),
  /** Sessions of a schedule without an activity, in the shape of the protocol; as an attribute, JSON. @default [] */
  sessions: listOf<Session>('a list of { title, start_at, end_at }', isPlanned('start_at', 'end_at')),
  /** Named moments of a schedule without an activity, such as a grand prize; as an attribute, JSON. @default [] */
  nodes: listOf<ActivityNode>('a list of { title, at }', isPlanned('at')),
  /** IANA zone of the times in words. @default the activity's, else the device's */
  zone: text(''),
  /** `words` names every unit, `compact` is 12:34:56 for a line of text. @default "words" */
  format: oneOf(['words', 'compact'], 'words'),
  /** The largest unit; `auto` shows days while there is one. Below it numbers run on: 49 hours. @default "auto" */
  largest: oneOf(['auto', ...UNITS], 'auto'),
  /** The smallest unit; it is rounded up, so that nothing shows 0 before the time has come. @default "seconds" */
  smallest: oneOf(UNITS, 'seconds'),
  /** Whether numbers have a leading zero. @default true */
  pad: flag(true),
  /** `flip` turns the digits of the `words` over like an airport board; it is loaded when used. @default "plain" */
  face: oneOf(['plain', 'flip'], 'plain'),
  /** Urgent looks in the last hours before an end, 0 to 240; 0 for never. @default 3 */
  urgentHours: whole(3, 0, 240),
  /** The words above the timer; without it they say what is counted to. @default "" */
  label: text(''),
  /** Whether there is a button that adds the coming dates to the person's calendar. @default false */
  calendar: flag(false),
  /** Minutes before a date at which the calendar reminds, 0 to 10080. @default 10 */
  remindMinutes: whole(10, 0, 10_080),
  /** Called with the dates instead of making a calendar file: for a host with reminders of its own. Property only. */
  remind: callback<(entries: CalendarEntry[]) => void>(),
};

/** A countdown's options, all of them filled in. */
export type CountdownConfig = ConfigOf<typeof countdownConfig>;
/** A countdown's options as a host writes them. */
export type CountdownOptions = ConfigInput<typeof countdownConfig>;
