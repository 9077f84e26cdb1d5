// Chance rules: what a fact grants, within its limits by day and in all.
import { type ChanceRule, dayKeyAt } from '@fanfare/protocol';
import type { Owner, Reader, StoredActivity, StoredGrant, Transaction } from '../store.js';

/**
 * Facts that the server records itself: first sight, first sight on a day, check-ins and their milestones, friends who
 * count, approved tasks.
 */
export const isBuiltInFact = (name: string): boolean =>
  ['joined', 'day', 'checked_in', 'friend.valid'].includes(name) || /^(checkin\.milestone|task)\./.test(name);

const rulesFor = (activity: StoredActivity, fact: string): ChanceRule[] =>
  activity.definition.lottery?.chances.filter((rule) => rule.fact === fact) ?? [];

async function isWithinLimits(reader: Reader, owner: Owner, rule: ChanceRule, day: string): Promise<boolean> {
  if (rule.per_day === undefined && rule.total === undefined) return true;
  const count = await reader.grantCount(owner, rule.id, day);
  return (
    count.day < (rule.per_day ?? Number.POSITIVE_INFINITY) &&
    count.total < (rule.total ?? Number.POSITIVE_INFINITY)
  );
}

/** What a fact at `at` (unix ms) would grant now. The participant must be locked, or limits could be passed. */
export async function grantsFor(
  reader: Reader,
  activity: StoredActivity,
  owner: Owner,
  fact: { name: string; occurrence: string; at: number },
): Promise<StoredGrant[]> {
  const day = dayKeyAt(activity.definition.zone, fact.at);
  const grants: StoredGrant[] = [];
  for (const rule of rulesFor(activity, fact.name)) {
    if (!(await isWithinLimits(reader, owner, rule, day))) continue;
    const { occurrence, at } = fact;
    grants.push({ ...owner, rule: rule.id, occurrence, day, chances: rule.chances, at });
  }
  return grants;
}

/** Adds grants and answers how many chances were new. */
export async function addGrants(tx: Transaction, grants: readonly StoredGrant[]): Promise<number> {
  let chances = 0;
  for (const grant of grants) if (await tx.addGrant(grant)) chances += grant.chances;
  return chances;
}

/** Gives a member the grants of its linked guest that the rules still allow: the union, never the sum. */
export async function mergeGrants(
  tx: Transaction,
  activity: StoredActivity,
  owner: Owner,
  grants: readonly StoredGrant[],
): Promise<void> {
  for (const grant of grants) {
    const rule = activity.definition.lottery?.chances.find((one) => one.id === grant.rule);
    if (rule && !(await isWithinLimits(tx, owner, rule, grant.day))) continue;
    await tx.addGrant({ ...grant, participant: owner.participant });
  }
}
