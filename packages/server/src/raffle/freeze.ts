// At the raffle's node: the list is frozen, hashed, and the beacon's round that will decide is named.
import type { RaffleDefinition } from '@fanfare/protocol';
import { listHash, raffleEntry } from '@fanfare/protocol/verify';
import { saltOf } from '../fairness/salt.js';
import type { StoredActivity, StoredEntry, Transaction } from '../store.js';
import type { Beacon } from './beacon.js';

/** The number must not be known by anybody when the list is frozen, whatever their clock says. */
const AHEAD_MS = 60_000;

/** Freezes a raffle's list. */
export async function freezeRaffle(
  tx: Transaction,
  activity: StoredActivity,
  { id, entry }: RaffleDefinition,
  beacon: Beacon,
  now: number,
): Promise<void> {
  const entries: StoredEntry[] = (await tx.entrants(activity.id, entry)).map((participant) => ({
    participant,
    hash: raffleEntry({
      activity: activity.id,
      raffle: id,
      participant,
      salt: saltOf(activity, participant),
    }),
  }));
  const hashes = entries.map(({ hash }) => hash).sort();
  const { round, at } = beacon.roundAfter(now + AHEAD_MS);
  await tx.freezeRaffle(
    {
      ...{ activity: activity.id, id, frozen_at: now, entries: hashes.length, list_hash: listHash(hashes) },
      ...{ beacon: beacon.name, round, round_at: at, value: null, winners: [] },
    },
    entries,
  );
}
