// The rows that many reach for at once, by their names in the stock: quotas of tiers and the activity's pool.
import type { Definition, Live } from '@fanfare/protocol';
import type { StoredStock, Transaction } from '../store.js';

/** The stock row of the money that all red envelopes come from, in fen. */
export const POOL = 'pool';
/** The stock row of a tier's quota. No prize can be called so. */
export const quotaOf = (tier: string): string => `tier:${tier}`;

/** Fen that are left in the pool; no limit where the activity has none. */
export function poolLeft({ pool }: Definition, stock: readonly StoredStock[]): number {
  if (pool === undefined) return Number.MAX_SAFE_INTEGER;
  return stock.find(({ prize }) => prize === POOL)?.left ?? 0;
}

/** Takes money from the pool, where there is one; false when it has less. */
export const takeFromPool = async (
  tx: Transaction,
  { id, pool }: Definition,
  amount: number,
): Promise<boolean> => pool === undefined || amount < 1 || tx.takeStock(id, POOL, amount);

/** What `live` says of pool and tiers: what is left of announced quotas, and of all others that nothing is. */
export function contendedOf(
  { pool, invite }: Definition,
  stock: readonly StoredStock[],
): Pick<Live, 'tiers' | 'pool'> {
  const leftOf = (name: string) => stock.find(({ prize }) => prize === name)?.left;
  return {
    ...(pool !== undefined && { pool: { total: pool, left: leftOf(POOL) ?? 0 } }),
    tiers: (invite?.tiers ?? []).flatMap(({ id, quota }) => {
      const left = leftOf(quotaOf(id));
      return left !== undefined && (quota !== undefined || left === 0) ? [{ tier: id, left }] : [];
    }),
  };
}
