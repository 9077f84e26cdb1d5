// Cycles: A invites B invites C invites A. Only whoever has no inviter can close one, by accepting a descendant, so it is
// enough to hold the roots still. The roots that get an inviter are held alone, those that are built upon together:
//
//   B accepts C     holds B alone, C's root D together
//   D accepts A     holds D alone, A's root B together      waits, reads again: A's root is D now, a cycle
import type { Owner, Transaction } from '../store.js';

const lockName = (activity: string, root: string) => JSON.stringify(['lineage', activity, root]);

async function rootOf(tx: Transaction, owner: Owner): Promise<string> {
  const inviters = await tx.inviters(owner);
  return inviters[inviters.length - 1] ?? owner.participant;
}

async function rootsOf(tx: Transaction, activity: string, ids: readonly string[]): Promise<Set<string>> {
  const roots = new Set<string>();
  for (const participant of ids) roots.add(await rootOf(tx, { activity, participant }));
  return roots;
}

/**
 * Holds the lineages still until the transaction ends: those of `moving`, which are about to get another inviter, and
 * those of `under`, below which they come. To be called before any participant is locked.
 */
export async function holdLineages(
  tx: Transaction,
  activity: string,
  moving: readonly string[],
  under: readonly string[],
): Promise<void> {
  const alone = new Set<string>();
  const together = new Set<string>();
  for (;;) {
    const roots = [await rootsOf(tx, activity, moving), await rootsOf(tx, activity, under)] as const;
    const wanted = [...new Set([...roots[0], ...roots[1]])].sort();
    const missing = wanted.filter((root) =>
      roots[0].has(root) ? !alone.has(root) : !alone.has(root) && !together.has(root),
    );
    if (missing.length === 0) return;
    // In the order of names, so that two who want the same roots cannot wait for each other.
    for (const root of missing) {
      const isMoving = roots[0].has(root);
      await tx.lock(lockName(activity, root), isMoving ? 'exclusive' : 'shared');
      (isMoving ? alone : together).add(root);
    }
  }
}

/** Whether `inviter` descends from `friend`, or is the same one. */
export async function wouldCycle(
  tx: Transaction,
  activity: string,
  friend: string,
  inviter: string,
): Promise<boolean> {
  return friend === inviter || (await tx.inviters({ activity, participant: inviter })).includes(friend);
}
