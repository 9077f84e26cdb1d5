import { fact } from '@fanfare/core';
import type { Toward } from './countdown.aim.js';

/** What a countdown tells: to `handle.on`, as DOM events, and to the tracker. */
export const countdownFacts = {
  /** A milestone is reached while somebody looks: a day, an hour, 10 minutes, a minute or 10 seconds are left. */
  milestone: fact<{ seconds: number; toward: Toward }>('seconds', 'toward'),
  /** The time has come while the page was open. */
  finished: fact<{ toward: Toward; at: string }>('toward', 'at'),
  /** Somebody has taken the dates: as a `file`, as `text` to copy, or by the `host`'s own reminder. */
  reminded: fact<{ via: 'file' | 'text' | 'host' }>('via'),
};
