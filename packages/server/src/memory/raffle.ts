// Raffles in memory.
import type { RaffleReader, RaffleTransaction } from '../store.raffle.js';
import { keyOf, ownerKey, type Tables } from './tables.js';

/** What may be read of raffles. */
export function readRaffles(tables: Tables): RaffleReader {
  const takesPart = (activity: string, participant: string, entry: string): boolean => {
    if (entry === 'drawn')
      return tables.draws
        .values()
        .some((one) => one.activity === activity && one.participant === participant);
    return (tables.factNames.get(ownerKey({ activity, participant })) ?? []).includes(entry);
  };
  return {
    raffles: async (activity) => tables.raffles.values().filter((raffle) => raffle.activity === activity),
    raffleEntries: async (activity, raffle, after, limit) =>
      (tables.raffleEntries.get(keyOf(activity, raffle)) ?? [])
        .filter(({ hash }) => hash > after)
        .slice(0, limit),
    async entrants(activity, entry) {
      const people = tables.participants.values().filter((person) => person.activity === activity);
      const taking = people.filter(({ id, seen_day }) =>
        entry === 'everyone' ? seen_day !== null : takesPart(activity, id, entry),
      );
      return [...new Set(taking.map(({ id, linked_to }) => linked_to ?? id))].sort();
    },
  };
}

/** How raffles come and end. */
export function writeRaffles(tables: Tables): Omit<RaffleTransaction, keyof RaffleReader> {
  return {
    async freezeRaffle(raffle, entries) {
      const key = keyOf(raffle.activity, raffle.id);
      if (tables.raffles.get(key)) throw new Error('[fanfare/server] a raffle was frozen twice');
      tables.raffles.set(key, raffle);
      tables.raffleEntries.set(
        key,
        [...entries].sort((a, b) => (a.hash < b.hash ? -1 : 1)),
      );
    },
    async finishRaffle(raffle) {
      const key = keyOf(raffle.activity, raffle.id);
      if (tables.raffles.get(key)?.value !== null) return false;
      tables.raffles.set(key, raffle);
      return true;
    },
  };
}
