// Money in memory: the ledger, red envelopes, and claims of rewards.
import type { ClaimReader, ClaimTransaction } from '../store.claims.js';
import type { LedgerReader, LedgerTransaction } from '../store.ledger.js';
import { keyOf, ownerKey, type Tables } from './tables.js';

/** What may be read of money. */
export function readLedger(tables: Tables): LedgerReader {
  return {
    transfer: async (activity, id) => tables.transfers.get(keyOf(activity, id)) ?? null,
    async balances(activity) {
      const sums = { budget: 0, reserved: 0, issued: 0, expired: 0 };
      for (const transfer of tables.transfers.values()) {
        if (transfer.activity !== activity) continue;
        sums[transfer.from] -= transfer.amount;
        sums[transfer.to] += transfer.amount;
      }
      return sums;
    },
    async smallestEnvelope(activity, tier) {
      const waiting = tables.envelopes.get(keyOf(activity, tier))?.waiting ?? [];
      return waiting.length ? waiting.reduce((least, amount) => Math.min(least, amount)) : null;
    },
  };
}

/** What may be done with money. */
export function writeLedger(tables: Tables): Omit<LedgerTransaction, keyof LedgerReader> {
  const envelopes = (activity: string, tier: string) =>
    tables.envelopes.get(keyOf(activity, tier)) ?? { waiting: [], opened: [] };
  return {
    async addTransfer(transfer) {
      const key = keyOf(transfer.activity, transfer.id);
      const ofKey = transfer.of === null ? null : keyOf(transfer.activity, transfer.of);
      if (tables.transfers.get(key) || (ofKey !== null && tables.resolutions.get(ofKey))) return false;
      tables.transfers.set(key, transfer);
      if (ofKey !== null) tables.resolutions.set(ofKey, transfer.id);
      return true;
    },
    async addEnvelopes(activity, tier, amounts) {
      const { waiting, opened } = envelopes(activity, tier);
      tables.envelopes.set(keyOf(activity, tier), { waiting: [...waiting, ...amounts], opened });
    },
    async clearEnvelopes(activity, tier) {
      const { opened } = envelopes(activity, tier);
      tables.envelopes.set(keyOf(activity, tier), { waiting: [], opened });
      return { count: opened.length, total: opened.reduce((sum, amount) => sum + amount, 0) };
    },
    async openEnvelope(activity, tier, most) {
      const { waiting, opened } = envelopes(activity, tier);
      const at = waiting.findIndex((amount) => amount <= most);
      if (at < 0) return null;
      const amount = waiting[at]!;
      tables.envelopes.set(keyOf(activity, tier), {
        waiting: waiting.filter((_, position) => position !== at),
        opened: [...opened, amount],
      });
      return amount;
    },
  };
}

/** What may be read of claims. */
export function readClaims(tables: Tables): ClaimReader {
  return {
    reward: async (owner, id) => tables.rewards.get(ownerKey(owner))?.find((one) => one.id === id) ?? null,
    claim: async (activity, reward) => tables.claims.get(keyOf(activity, reward)) ?? null,
    overdueRewards: async (activity, now, limit) =>
      tables.rewards
        .values()
        .flat()
        .filter((one) => one.activity === activity && one.state === 'pending')
        .filter(({ claim_by }) => claim_by !== undefined && Date.parse(claim_by) <= now)
        .slice(0, limit),
  };
}

/** What may be done with claims. */
export function writeClaims(tables: Tables): Omit<ClaimTransaction, keyof ClaimReader> {
  return {
    async updateReward(reward) {
      const rewards = tables.rewards.get(ownerKey(reward)) ?? [];
      tables.rewards.set(
        ownerKey(reward),
        rewards.map((one) => (one.id === reward.id ? reward : one)),
      );
    },
    async addClaim(claim) {
      const key = keyOf(claim.activity, claim.reward);
      if (tables.claims.get(key)) return false;
      tables.claims.set(key, claim);
      return true;
    },
  };
}
