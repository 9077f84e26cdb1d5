// A reward whose time to claim it is over: expired, and what it cost is free again.
import { resolve } from '../ledger/ledger.js';
import { touch } from '../participant/sections.js';
import type { Store, StoredParticipant, StoredReward, Transaction } from '../store.js';
import { isOverdue } from './overdue.js';

/** Ends one reward. Its owner must be locked. */
export async function expireReward(tx: Transaction, reward: StoredReward, at: number): Promise<void> {
  await tx.updateReward({ ...reward, state: 'expired' });
  await resolve(tx, 'voided', { activity: reward.activity, id: reward.id, at });
}

/** Ends the overdue rewards of a participant, who must be locked, and answers it with its new revisions. */
export async function expireOverdue(
  tx: Transaction,
  participant: StoredParticipant,
  now: number,
): Promise<StoredParticipant> {
  const owner = { activity: participant.activity, participant: participant.id };
  const overdue = (await tx.rewards(owner)).filter((reward) => isOverdue(reward, now));
  if (overdue.length === 0) return participant;
  for (const reward of overdue) await expireReward(tx, reward, now);
  return touch(tx, participant, ['rewards']);
}

const AT_ONCE = 500;

/**
 * Ends every overdue reward of an activity and answers how many participants had one. Rewards end by themselves when
 * their owner comes by; this is for the books of those who never do, once a day or before a report.
 */
export async function expireRewards(store: Store, activity: string, now = Date.now()): Promise<number> {
  const seen = new Set<string>();
  for (;;) {
    const overdue = await store.read((reader) => reader.overdueRewards(activity, now, AT_ONCE));
    const owners = new Set(overdue.map(({ participant }) => participant));
    if (owners.size === 0) return seen.size;
    for (const participant of owners) {
      seen.add(participant);
      await store.transaction(async (tx) => {
        const locked = await tx.lockParticipant({ activity, participant });
        if (locked) await expireOverdue(tx, locked, now);
      });
    }
  }
}
