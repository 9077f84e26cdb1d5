// From the pick to what is won. What cannot be given out goes to no-prize, so the odds of the rest stay true.
import type { PrizeDefinition } from '@fanfare/protocol';
import type { StoredStock } from '../store.js';

/** Where the wheel lands and whether a prize is given. */
export interface Outcome {
  won: PrizeDefinition | null;
  /** Id to land on; null when nothing is won and the table has no prize of kind `none`. */
  landing: string | null;
}

/** Whether a prize can be given out at `now`, by what was read of the stock. */
function isAvailable(
  prize: PrizeDefinition,
  stock: readonly StoredStock[],
  now: number,
  pool: number,
): boolean {
  if (prize.kind === 'none') return false;
  if (prize.from !== undefined && now < Date.parse(prize.from)) return false;
  if (prize.kind === 'cash' && (prize.value ?? 0) > pool) return false;
  return prize.stock === undefined || (stock.find((row) => row.prize === prize.id)?.left ?? 0) > 0;
}

/**
 * The outcome of a pick. `prizes` is the whole table, for the one to land on without a prize; `pool` what is left of
 * the activity's money, in fen.
 */
export function outcomeOf(
  picked: PrizeDefinition,
  prizes: readonly PrizeDefinition[],
  stock: readonly StoredStock[],
  now: number,
  pool = Number.MAX_SAFE_INTEGER,
): Outcome {
  if (isAvailable(picked, stock, now, pool)) return { won: picked, landing: picked.id };
  if (picked.kind === 'none') return { won: null, landing: picked.id };
  return { won: null, landing: prizes.find((prize) => prize.kind === 'none')?.id ?? null };
}
