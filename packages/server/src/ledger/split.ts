// Red envelopes by the double-average method: each amount is drawn from 1 to twice the average of what is left.
import type { Random } from '../ids.js';
import { randomBelow } from './random-below.js';

/** `count` amounts in fen that sum to `total`, each at least 1. Every place in the list is worth the same on average. */
export function splitMoney(total: number, count: number, random: Random): number[] {
  if (count === 0 && total === 0) return [];
  if (!Number.isSafeInteger(total) || !Number.isSafeInteger(count) || count < 1 || total < count)
    throw new RangeError(`[fanfare/server] ${total} fen cannot be split into ${count} envelopes.`);
  const amounts: number[] = [];
  let left = total;
  for (let waiting = count; waiting > 1; waiting--) {
    const twiceAverage = Math.floor((2 * left) / waiting);
    // 1 ... twice the average less 1 has the average as its mean, and always leaves a fen for each of the others.
    const amount = 1 + randomBelow(Math.max(1, twiceAverage - 1), random);
    amounts.push(amount);
    left -= amount;
  }
  return [...amounts, left];
}
