// Where the money of an activity stands: promised with the reward, paid with its claim, or free again.
import type { Transaction } from '../store.js';

/** What is promised: a reward's id, so that each is promised once. */
export interface Promised {
  activity: string;
  /** Id of the reward. */
  id: string;
  /** Fen; nothing is recorded for 0. */
  amount: number;
  /** Unix ms. */
  at: number;
}

/** Reserves a reward's cost: pending, from the budget. */
export async function reserve(tx: Transaction, { activity, id, amount, at }: Promised): Promise<void> {
  if (amount < 1) return;
  const pending = { activity, id, state: 'pending', of: null, from: 'budget', to: 'reserved' } as const;
  if (!(await tx.addTransfer({ ...pending, amount, at })))
    throw new Error('[fanfare/server] a reward was reserved twice');
}

/**
 * Resolves what a reward has reserved: `posted` when it was claimed, `voided` when its time was over. False when there
 * is nothing to resolve: it cost nothing, or is resolved already.
 */
export async function resolve(
  tx: Transaction,
  state: 'posted' | 'voided',
  { activity, id, at }: Omit<Promised, 'amount'>,
): Promise<boolean> {
  const pending = await tx.transfer(activity, id);
  if (pending?.state !== 'pending') return false;
  return tx.addTransfer({
    activity,
    id: `${id}:${state}`,
    state,
    of: id,
    from: 'reserved',
    to: state === 'posted' ? 'issued' : 'expired',
    amount: pending.amount,
    at,
  });
}
