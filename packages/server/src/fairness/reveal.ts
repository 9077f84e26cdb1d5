// When an epoch's seed may be told: once no copy of the server can still draw with it.
import type { Definition } from '@fanfare/protocol';
import type { StoredEpoch } from '../store.js';

/** Clocks of copies differ, and a draw may still be on its way: this long after the close nobody draws any more. */
const AFTER_MS = 60_000;

/** Whether the seed is public at `now` (unix ms). */
export const isRevealed = (
  { closed_at }: Pick<StoredEpoch, 'closed_at'>,
  { schedule }: Pick<Definition, 'schedule'>,
  now: number,
): boolean => now >= Math.min(closed_at ?? Number.POSITIVE_INFINITY, Date.parse(schedule.end_at)) + AFTER_MS;
