// The store's part for money: a double-entry ledger that only grows, and the red envelopes that wait to be opened.

/** Where the money of an activity stands. */
export const accounts = ['budget', 'reserved', 'issued', 'expired'] as const;
/** One of {@link accounts}. */
export type Account = (typeof accounts)[number];

/** One movement of whole fen. Never changed: a pending one is resolved by a second transfer that names it. */
export interface StoredTransfer {
  activity: string;
  /** Unique within the activity. */
  id: string;
  state: 'pending' | 'posted' | 'voided';
  /** The pending transfer that this one resolves; null for a pending one. Unique within the activity. */
  of: string | null;
  from: Account;
  to: Account;
  /** At least 1. */
  amount: number;
  /** Unix ms. */
  at: number;
}

/** What may be read of money. */
export interface LedgerReader {
  transfer(activity: string, id: string): Promise<StoredTransfer | null>;
  /** What each account has received less what it has given. They sum to 0. */
  balances(activity: string): Promise<Record<Account, number>>;
  /** The smallest unopened envelope of a tier, in fen; null when none is left. */
  smallestEnvelope(activity: string, tier: string): Promise<number | null>;
}

/** What may be done with money. */
export interface LedgerTransaction extends LedgerReader {
  /** False (and nothing changed) when there is one of that id, or one that resolves the same transfer. */
  addTransfer(transfer: StoredTransfer): Promise<boolean>;
  /** Puts amounts into a tier's row of envelopes, in this order behind those that are there. */
  addEnvelopes(activity: string, tier: string, amounts: readonly number[]): Promise<void>;
  /** Takes a tier's unopened envelopes away, and answers what was opened before. */
  clearEnvelopes(activity: string, tier: string): Promise<{ count: number; total: number }>;
  /**
   * Opens the next envelope of at most `most` fen and answers its amount; null when there is none. Others open theirs
   * at the same time. It waits for them only when it would have to answer null.
   */
  openEnvelope(activity: string, tier: string, most: number): Promise<number | null>;
}
