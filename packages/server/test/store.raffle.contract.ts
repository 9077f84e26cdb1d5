// The store's part for raffles.
import { describe, expect, it } from 'vitest';
import type { Store, StoredParticipant, Transaction } from '../src/store.js';

/** What a store's contract shares with its parts. */
export interface RaffleBench {
  store(): Store;
  fresh(): string;
  person(id: string, change?: Partial<StoredParticipant>): StoredParticipant;
  draw(participant: string, id: string): Parameters<Transaction['addDraw']>[0];
}

export function testRaffles({ store, fresh, person, draw }: RaffleBench): void {
  describe('raffles', () => {
    it('are open to whom they name, a linked guest as its member', async () => {
      const activity = fresh();
      const seen = { seen_day: '2027-01-02' };
      await store().transaction(async (tx) => {
        for (const id of ['ann', 'bob', 'guest_1']) await tx.addParticipant(person(id, seen));
        await tx.addParticipant(person('never'));
        await tx.addDraw(draw('guest_1', `${activity}-1`), '2027-01-02');
        for (const participant of ['bob', 'never'])
          await tx.addFact({
            ...{ activity, participant, id: participant, name: 'ordered', value: null, granted: 0, at: 1 },
          });
        await tx.absorb(activity, 'guest_1', 'ann');
      });
      const entrants = (entry: string) => store().read((reader) => reader.entrants(activity, entry));
      expect(await entrants('everyone')).toEqual(['ann', 'bob']);
      expect(await entrants('drawn')).toEqual(['ann']);
      expect(await entrants('ordered')).toEqual(['bob', 'never']);
      expect(await entrants('nothing')).toEqual([]);
    });

    it('are frozen once and drawn once', async () => {
      const activity = fresh();
      const raffle = {
        ...{ activity, id: 'grand', frozen_at: 1, entries: 2, list_hash: 'l', beacon: 'b', round: '7' },
        ...{ round_at: 2, value: null, winners: [] },
      };
      const entries = [
        { hash: 'bb', participant: 'ann' },
        { hash: 'aa', participant: 'bob' },
      ];
      await store().transaction((tx) => tx.freezeRaffle(raffle, entries));
      await expect(store().transaction((tx) => tx.freezeRaffle(raffle, []))).rejects.toThrow();
      await store().read(async (reader) => {
        expect(await reader.raffles(activity)).toEqual([raffle]);
        expect(await reader.raffleEntries(activity, 'grand', '', 9)).toEqual([entries[1], entries[0]]);
        expect(await reader.raffleEntries(activity, 'grand', '', 1)).toEqual([entries[1]]);
        expect(await reader.raffleEntries(activity, 'grand', 'aa', 9)).toEqual([entries[0]]);
      });
      const drawn = { ...raffle, value: 'v', winners: [{ entry: 'aa', prize: 'car' }] };
      const finish = (one: typeof drawn) => store().transaction((tx) => tx.finishRaffle(one));
      expect(await finish(drawn)).toBe(true);
      expect(await finish({ ...drawn, value: 'other' })).toBe(false);
      expect(await store().read((reader) => reader.raffles(activity))).toEqual([drawn]);
    });
  });
}
