// Stores a definition with what follows from it: stock, and a new epoch when prizes or weights change.
import type { Definition } from '@fanfare/protocol';
import { canonicalJson, fromHex, sha256Hex, toHex } from '../encode.js';
import type { Random } from '../ids.js';
import { saveMoney } from '../ledger/save.js';
import { setShopStock } from '../shop/shop.stock.js';
import type { StoredActivity, StoredEpoch, Transaction } from '../store.js';

/** SHA-256 of what decides the odds: ids, weights and dates of the prizes, in the table's order. */
export const rulesHashOf = (lottery: NonNullable<Definition['lottery']>): Promise<string> =>
  sha256Hex(canonicalJson(lottery.prizes.map(({ id, kind, weight, from }) => ({ id, kind, weight, from }))));

async function nextEpoch(
  before: StoredEpoch | null,
  lottery: NonNullable<Definition['lottery']>,
  random: Random,
  now: number,
): Promise<StoredEpoch | null> {
  const rules_hash = await rulesHashOf(lottery);
  if (before?.rules_hash === rules_hash) return null;
  const seed = toHex(random(32));
  return {
    epoch: (before?.epoch ?? 0) + 1,
    seed,
    seed_hash: await sha256Hex(fromHex(seed)),
    rules_hash,
    opened_at: now,
    closed_at: null,
  };
}

/** The new version, or null when the newest one is not `before`. */
export async function saveDefinition(
  tx: Transaction,
  definition: Definition,
  before: StoredActivity | null,
  env: { now(): number; random: Random },
): Promise<number | null> {
  const now = env.now();
  const version = await tx.saveActivity(definition, before?.version ?? 0, now);
  if (version === null) return version;
  await saveMoney(tx, definition, before?.definition ?? null, env.random);
  if (definition.shop) await setShopStock(tx, definition.id, definition.shop);
  if (!definition.lottery) return version;
  const epoch = await nextEpoch(before?.epoch ?? null, definition.lottery, env.random, now);
  if (epoch) await tx.openEpoch(definition.id, epoch);
  for (const prize of definition.lottery.prizes)
    if (prize.stock !== undefined) await tx.setStock(definition.id, prize.id, prize.stock);
  return version;
}
