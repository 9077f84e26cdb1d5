// The store's part for fairness: draws wait for the sealer, and get their places once.
import { describe, expect, it } from 'vitest';
import type { Store, StoredDraw, StoredEpoch } from '../src/store.js';

/** What a store's contract shares with its parts. */
export interface FairnessBench {
  store(): Store;
  /** Names an activity of its own. */
  fresh(): string;
  draw(participant: string, id: string): StoredDraw;
  epoch(number: number): StoredEpoch;
}

export function testFairness({ store, fresh, draw, epoch }: FairnessBench): void {
  describe('the log of draws', () => {
    const add = (drawn: StoredDraw) => store().transaction((tx) => tx.addDraw(drawn, '2027-01-02'));

    it('lays draws out by their ids, and seals each once', async () => {
      const activity = fresh();
      const [one, two, three] = ['1', '2', '3'].map((id) => draw(id, `${activity}-${id}`)) as [
        StoredDraw,
        StoredDraw,
        StoredDraw,
      ];
      for (const drawn of [two, three, one]) await add(drawn);
      const unsealed = (limit: number) => store().read((reader) => reader.unsealedDraws(activity, limit));
      expect(await unsealed(2)).toEqual([one, two]);
      expect(await store().read((reader) => reader.logHead(activity))).toBeNull();

      const places = [
        { sequence: 1, draw: one.id, hash: 'a' },
        { sequence: 2, draw: two.id, hash: 'b' },
      ];
      await store().transaction((tx) => tx.sealDraws(activity, places));
      expect(await unsealed(9)).toEqual([three]);
      await store().read(async (reader) => {
        expect(await reader.logHead(activity)).toEqual({ sequence: 2, hash: 'b' });
        expect(await reader.sealedAt(activity, two.id)).toBe(2);
        expect(await reader.sealedAt(activity, three.id)).toBeNull();
        const sealed = [
          { ...one, sequence: 1, hash: 'a' },
          { ...two, sequence: 2, hash: 'b' },
        ];
        expect(await reader.sealedDraws(activity, 0, 9)).toEqual(sealed);
        expect(await reader.sealedDraws(activity, 1, 9)).toEqual(sealed.slice(1));
        expect(await reader.sealedDraws(activity, 0, 1)).toEqual(sealed.slice(0, 1));
        expect(await reader.unsealedDraws('nothing', 9)).toEqual([]);
      });

      for (const again of [
        { sequence: 3, draw: one.id, hash: 'c' },
        { sequence: 2, draw: three.id, hash: 'c' },
      ])
        await expect(store().transaction((tx) => tx.sealDraws(activity, [again]))).rejects.toThrow();
      expect(await unsealed(9)).toEqual([three]);
    });

    it('lays out nothing of a draw that was rolled back', async () => {
      const activity = fresh();
      const failed = store().transaction(async (tx) => {
        await tx.addDraw(draw('ann', `${activity}-x`), '2027-01-02');
        throw new Error('stop');
      });
      await expect(failed).rejects.toThrow('stop');
      expect(await store().read((reader) => reader.unsealedDraws(activity, 9))).toEqual([]);
    });

    it('keeps every epoch, oldest first', async () => {
      const activity = fresh();
      const [first, second] = [epoch(1), { ...epoch(2), opened_at: epoch(1).opened_at + 9 }];
      await store().transaction(async (tx) => {
        await tx.openEpoch(activity, first);
        await tx.openEpoch(activity, second);
      });
      const closed = { ...first, closed_at: second.opened_at };
      expect(await store().read((reader) => reader.epochs(activity))).toEqual([closed, second]);
      expect(await store().read((reader) => reader.epochs('nothing'))).toEqual([]);
    });
  });
}
