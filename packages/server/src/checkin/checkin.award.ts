// What a check-in earns beside its own points: milestones, and chances to draw. Everything has a name that the ledger
// and the grants take once.
import { addGrants, grantsFor } from '../participant/grant.js';
import type { Owner, StoredActivity, Transaction } from '../store.js';

/** The built-in fact of a day that was checked in on time. */
export const CHECKED_IN = 'checked_in';

const milestoneFact = (day: number) => `checkin.milestone.${day}`;

/** A milestone that was reached. */
export interface Reached {
  lap: number;
  /** Days done of that lap. */
  day: number;
}

/** Adds what a fact of checking in grants; whether there was anything. */
export async function grantFor(
  tx: Transaction,
  activity: StoredActivity,
  owner: Owner,
  fact: { name: string; occurrence: string; at: number },
): Promise<boolean> {
  return (await addGrants(tx, await grantsFor(tx, activity, owner, fact))) > 0;
}

/** Gives what the milestones at these days give, each once in a lap. Answers which sections have changed. */
export async function awardMilestones(
  tx: Transaction,
  activity: StoredActivity,
  owner: Owner,
  reached: readonly Reached[],
  at: number,
): Promise<('points' | 'chances')[]> {
  const changed = new Set<'points' | 'chances'>();
  for (const { lap, day } of reached) {
    for (const { points = 0 } of activity.definition.checkin?.milestones.filter((one) => one.day === day) ??
      []) {
      const id = `milestone:${lap}:${day}`;
      const entry = { ...owner, id, change: points, reason: 'milestone', subject: String(day), at };
      if (points > 0 && (await tx.addPoints(entry)) === 'added') changed.add('points');
      const fact = { name: milestoneFact(day), occurrence: `lap-${lap}`, at };
      if (await grantFor(tx, activity, owner, fact)) changed.add('chances');
    }
  }
  return [...changed];
}
