// A prize of kind `points` is paid out at once: its reward is born fulfilled, with an entry of the same name.
import type { StoredReward, Transaction } from '../store.js';

/**
 * Stores a reward, and credits its points where it gives any: then it has nothing left to claim. Answers whether
 * the balance has changed.
 */
export async function addRewardWithPoints(
  tx: Transaction,
  reward: StoredReward,
  points: number | undefined,
): Promise<boolean> {
  if (reward.kind !== 'points' || !points) {
    await tx.addReward(reward);
    return false;
  }
  const { activity, participant, source, prize } = reward;
  const { claim_by: _claim_by, ...given } = reward;
  await tx.addReward({ ...given, form: 'none', state: 'fulfilled' });
  await tx.addPoints({
    activity,
    participant,
    // A tier is claimed once by a person, also by one who claimed it as a guest and as a member.
    id: source === 'tier' ? `tier:${prize}` : `${source}:${reward.id}`,
    change: points,
    reason: source,
    subject: prize,
    at: Date.parse(reward.at),
  });
  return true;
}
