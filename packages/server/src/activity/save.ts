// Stores a definition with what follows from it: stock, and a new epoch when rules or odds change.
import type { Definition } from '@fanfare/protocol';
import { sha256Hex, toHex } from '@fanfare/protocol/verify';
import { isRevealed } from '../fairness/reveal.js';
import { nextRules } from '../fairness/rules.js';
import type { Random } from '../ids.js';
import { saveMoney } from '../ledger/save.js';
import { setShopStock } from '../shop/shop.stock.js';
import type { StoredActivity, StoredEpoch, Transaction } from '../store.js';

/** The epoch that a new version opens: when rules or odds change, and when the seed of the last one may be known. */
function nextEpoch(
  before: StoredActivity | null,
  definition: Definition,
  version: number,
  { now, random }: { now: number; random: Random },
): StoredEpoch | null {
  if (!definition.lottery) return null;
  const last = before?.epoch ?? null;
  const isKnown = last !== null && isRevealed(last, before!.definition, now);
  const rules = nextRules(definition, definition.lottery, isKnown ? undefined : last?.rules, random);
  if (rules === null) return null;
  const seed = random(32);
  return {
    epoch: (last?.epoch ?? 0) + 1,
    seed: toHex(seed),
    seed_hash: sha256Hex(seed),
    rules,
    rules_hash: sha256Hex(rules),
    version,
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
  const saltKey = before?.salt_key ?? toHex(env.random(32));
  const version = await tx.saveActivity(definition, before?.version ?? 0, now, saltKey);
  if (version === null) return version;
  await saveMoney(tx, definition, before?.definition ?? null, env.random);
  if (definition.shop) await setShopStock(tx, definition.id, definition.shop);
  if (!definition.lottery) return version;
  const epoch = nextEpoch(before, definition, version, { now, random: env.random });
  if (epoch) await tx.openEpoch(definition.id, epoch);
  for (const prize of definition.lottery.prizes)
    if (prize.stock !== undefined) await tx.setStock(definition.id, prize.id, prize.stock);
  return version;
}
