// The store's contract for money, claims and limits. `testStore` runs it with the rest.
import { describe, expect, it } from 'vitest';
import type { Store, StoredReward } from '../src/store.js';

const NOW = Date.parse('2027-01-02T12:00:00Z');

/** Runs the part; `fresh` begins an activity that nobody has used. */
export function testMoney(store: () => Store, fresh: () => string): void {
  let activity = '';
  const begin = () => {
    activity = fresh();
  };
  const write: Store['transaction'] = (work) => store().transaction(work);
  const read: Store['read'] = (work) => store().read(work);
  const owner = (participant: string) => ({ activity, participant });
  const reward = (participant: string, id: string, change: Partial<StoredReward> = {}): StoredReward => ({
    ...owner(participant),
    id,
    prize: 'one',
    name: { '*': 'One' },
    kind: 'goods',
    source: 'tier',
    state: 'pending',
    at: new Date(NOW).toISOString(),
    form: 'none',
    receipt: `R-${id}`,
    ...change,
  });

  describe('money', () => {
    const transfer = {
      id: 'r',
      state: 'pending',
      of: null,
      from: 'budget',
      to: 'reserved',
      amount: 5,
      at: NOW,
    } as const;

    it('is transferred once by an id, and resolved once', async () => {
      begin();
      const once = await Promise.all(
        [1, 2, 3].map(() => write((tx) => tx.addTransfer({ ...transfer, activity }))),
      );
      expect(once.filter(Boolean)).toHaveLength(1);
      const end = { ...transfer, activity, of: 'r', from: 'reserved' } as const;
      const resolved = await Promise.all([
        write((tx) => tx.addTransfer({ ...end, id: 'r:posted', state: 'posted', to: 'issued' })),
        write((tx) => tx.addTransfer({ ...end, id: 'r:voided', state: 'voided', to: 'expired' })),
      ]);
      expect(resolved.filter(Boolean)).toHaveLength(1);
      expect(await read((reader) => reader.transfer(activity, 'r'))).toEqual({ ...transfer, activity });
      const balances = await read((reader) => reader.balances(activity));
      expect(balances).toMatchObject({ budget: -5, reserved: 0 });
      expect(balances.issued + balances.expired).toBe(5);
      expect(await read((reader) => reader.balances(fresh()))).toEqual({
        budget: 0,
        reserved: 0,
        issued: 0,
        expired: 0,
      });
    });

    it('opens each envelope once, in order, and none above what is allowed', async () => {
      begin();
      const open = (most = 1000) => write((tx) => tx.openEnvelope(activity, 'two', most));
      await write((tx) => tx.addEnvelopes(activity, 'two', [30, 10, 20]));
      await write((tx) => tx.addEnvelopes(activity, 'two', [40]));
      await write((tx) => tx.addEnvelopes(activity, 'other', [7]));
      expect(await open(9)).toBeNull();
      expect(await open(20)).toBe(10);
      expect(await read((reader) => reader.smallestEnvelope(activity, 'two'))).toBe(20);
      const amounts = await Promise.all(Array.from({ length: 6 }, () => open()));
      expect(amounts.filter((amount) => amount !== null).sort()).toEqual([20, 30, 40]);
      expect(await read((reader) => reader.smallestEnvelope(activity, 'two'))).toBeNull();
    });

    it('keeps what was opened when the rest is taken away', async () => {
      begin();
      await write((tx) => tx.addEnvelopes(activity, 'two', [30, 10]));
      await write((tx) => tx.openEnvelope(activity, 'two', 99));
      expect(await write((tx) => tx.clearEnvelopes(activity, 'two'))).toEqual({ count: 1, total: 30 });
      await write((tx) => tx.addEnvelopes(activity, 'two', [5]));
      expect(await write((tx) => tx.openEnvelope(activity, 'two', 99))).toBe(5);
    });

    it('is taken from a stock by more than one', async () => {
      begin();
      await write((tx) => tx.setStock(activity, 'pool', 100));
      expect(await write((tx) => tx.takeStock(activity, 'pool', 70))).toBe(true);
      expect(await write((tx) => tx.takeStock(activity, 'pool', 31))).toBe(false);
      expect(await read((reader) => reader.stock(activity))).toEqual([
        { prize: 'pool', total: 100, left: 30, awarded: 70 },
      ]);
    });
  });

  describe('claims', () => {
    it('are kept once with their form, and change the reward', async () => {
      begin();
      const form = { address: { name: '小安', phone: '1', region: '上海', street: '一号' } };
      const claim = { ...owner('ann'), reward: 'r', form, at: NOW };
      await write((tx) => tx.addReward(reward('ann', 'r')));
      const added = await Promise.all([1, 2, 3].map(() => write((tx) => tx.addClaim(claim))));
      expect(added.filter(Boolean)).toHaveLength(1);
      expect(await read((reader) => reader.claim(activity, 'r'))).toEqual(claim);
      await write((tx) => tx.updateReward(reward('ann', 'r', { state: 'claimed' })));
      expect(await read((reader) => reader.reward(owner('ann'), 'r'))).toEqual(
        reward('ann', 'r', { state: 'claimed' }),
      );
      expect(await read((reader) => reader.reward(owner('bob'), 'r'))).toBeNull();
      expect(await read((reader) => reader.rewards(owner('ann')))).toHaveLength(1);
    });

    it('come too late for pending rewards whose time is over', async () => {
      begin();
      const claim_by = new Date(NOW).toISOString();
      await write(async (tx) => {
        await tx.addReward(reward('ann', 'r1', { claim_by }));
        await tx.addReward(reward('ann', 'r2', { claim_by: new Date(NOW + 1).toISOString() }));
        await tx.addReward(reward('ann', 'r3', { claim_by, state: 'claimed' }));
        await tx.addReward(reward('ann', 'r4'));
      });
      expect(await read((reader) => reader.overdueRewards(activity, NOW - 1, 9))).toEqual([]);
      expect(await read((reader) => reader.overdueRewards(activity, NOW, 9))).toEqual([
        reward('ann', 'r1', { claim_by }),
      ]);
    });
  });

  describe('limits', () => {
    it('count hits by subject and window', async () => {
      begin();
      const hit = (subject: string, window: number, guard = 'g') =>
        write((tx) => tx.countHit({ activity, guard, subject, window }));
      expect([await hit('a', 0), await hit('a', 0), await hit('b', 0), await hit('a', 0, 'h')]).toEqual([
        1, 2, 1, 1,
      ]);
      expect([await hit('a', 60), await hit('a', 60)]).toEqual([1, 2]);
    });

    it('use a solution once', async () => {
      begin();
      const used = await Promise.all([1, 2, 3].map(() => write((tx) => tx.useSolution(activity, 'h', NOW))));
      expect(used.filter(Boolean)).toHaveLength(1);
      expect(await write((tx) => tx.useSolution(activity, 'other', NOW))).toBe(true);
    });
  });
}
