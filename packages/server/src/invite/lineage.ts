// Cycles: A invites B invites C invites A. Only whoever has no inviter can close one, by accepting a descendant, so it is
// enough to hold the roots still. The one that gets an inviter is held alone, the root it comes under is shared:
//
//   B accepts C     holds B alone, shares C's root D
//   D accepts A     holds D alone, shares A's root B      waits, reads again: A's root is D now; rolls back, a cycle
//
// Locks are taken once, in the order of their names, and never added to: so nobody waits in a circle either.
import { LostRace } from '../lost-race.js';
import type { Owner, Transaction } from '../store.js';

type Held = ReadonlyMap<string, 'exclusive' | 'shared'>;

async function rootOf(tx: Transaction, activity: string, participant: string): Promise<string> {
  const inviters = await tx.inviters({ activity, participant });
  return inviters[inviters.length - 1] ?? participant;
}

/** Holds what `wanted` names, and loses the race when it names something else by then. */
async function hold(tx: Transaction, activity: string, wanted: () => Promise<Held>): Promise<void> {
  const held = await wanted();
  for (const root of [...held.keys()].sort())
    await tx.lock(JSON.stringify(['lineage', activity, root]), held.get(root)!);
  for (const [root, mode] of await wanted())
    if (held.get(root) !== mode && held.get(root) !== 'exclusive') throw new LostRace();
}

/**
 * Holds still until the transaction ends what decides whether `friend` may come under `inviter`. Nothing is held for a
 * friend who has an inviter. To be called before any participant is locked.
 */
export const holdForTie = (tx: Transaction, friend: Owner, inviter: string): Promise<void> =>
  hold(tx, friend.activity, async () => {
    if (await tx.invite(friend)) return new Map();
    return new Map([
      [await rootOf(tx, friend.activity, inviter), 'shared'],
      [friend.participant, 'exclusive'],
    ]);
  });

/** Holds the whole lineages of two who are about to become one. To be called before any participant is locked. */
export const holdForLink = (tx: Transaction, activity: string, both: readonly string[]): Promise<void> =>
  hold(tx, activity, async () => {
    const roots = new Map<string, 'exclusive'>();
    for (const participant of both) {
      roots.set(participant, 'exclusive');
      roots.set(await rootOf(tx, activity, participant), 'exclusive');
    }
    return roots;
  });

/** Whether `inviter` descends from `friend`, or is the same one. */
export async function wouldCycle(
  tx: Transaction,
  activity: string,
  friend: string,
  inviter: string,
): Promise<boolean> {
  return friend === inviter || (await tx.inviters({ activity, participant: inviter })).includes(friend);
}
