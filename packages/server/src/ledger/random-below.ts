// A fair whole number: rejection sampling, never `% n` of a range that it does not divide.
import type { Random } from '../ids.js';

const SLICE_BYTES = 6;
const SLICE_VALUES = 2 ** 48;

/** A whole number from 0 to `total - 1`, each equally likely. */
export function randomBelow(total: number, random: Random): number {
  if (!Number.isSafeInteger(total) || total < 1 || total > SLICE_VALUES)
    throw new RangeError(`[fanfare/server] a range of ${total}; expected 1 to ${SLICE_VALUES}.`);
  const size = Math.floor(SLICE_VALUES / total);
  for (;;) {
    const slice = random(SLICE_BYTES).reduce((sum, byte) => sum * 256 + byte, 0);
    if (slice < size * total) return Math.floor(slice / size);
  }
}
