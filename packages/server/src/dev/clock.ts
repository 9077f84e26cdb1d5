// The development clock: the app's whole time, moved by an offset. It keeps ticking.
import { time } from '@fanfare/protocol';
import { answerJson } from '../http/answer.js';
import type { Handler } from '../routes/call.js';
import { optionalInteger, optionalText, readFields, wrongField } from './input.js';

/** A clock that can be moved. */
export interface DevClock {
  now(): number;
  /** Milliseconds that it is ahead of the real clock. */
  offset: number;
}

/** Puts a movable clock on top of `clock`. */
export function createDevClock(clock: () => number): DevClock {
  const dev = { offset: 0, now: () => clock() + dev.offset };
  return dev;
}

const shown = (clock: DevClock) =>
  answerJson({ now: new Date(clock.now()).toISOString(), offset_ms: clock.offset });

/** Reads the clock. */
export const readClock =
  (clock: DevClock): Handler =>
  async () =>
    shown(clock);

/** Moves the clock: `now` is the moment to go to, `offset_ms` how far ahead of real time to be (0 goes back). */
export const moveClock =
  (clock: DevClock): Handler =>
  async (call) => {
    const fields = await readFields(call, ['now', 'offset_ms']);
    const [now, offset] = [optionalText(fields, 'now'), optionalInteger(fields, 'offset_ms')];
    if (now !== undefined && !time.safeParse(now).success) wrongField('now', 'a time with a zone');
    if (now !== undefined) clock.offset += Date.parse(now) - clock.now();
    else clock.offset = offset ?? wrongField('offset_ms', 'a whole number, or "now" instead');
    return shown(clock);
  };
