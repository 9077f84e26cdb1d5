// A foreseen draw means what one that was not foreseen means, whatever a store makes of it.
import type { Definition } from '@fanfare/protocol';
import { describe, expect, it } from 'vitest';
import type {
  SavedAnswer,
  Store,
  StoredDraw,
  StoredParticipant,
  StoredReward,
  Transaction,
} from '../src/store.js';

/** What a store's contract shares with its parts. */
export interface ForeseeBench {
  store(): Store;
  fresh(): string;
  define(): Definition;
  person(id: string): StoredParticipant;
  draw(participant: string, id: string): StoredDraw;
  reward(participant: string, id: string): StoredReward;
  answer(participant: string, key: string): SavedAnswer;
}

const DAY = '2027-01-02';
const ROUTE = 'lottery.draw';

export function testForesight({ store, fresh, define, person, draw, reward, answer }: ForeseeBench): void {
  describe.each([true, false])('a draw, foreseen: %s', (isForeseen) => {
    const seen = async (tx: Transaction, activity: string, key = 'k') => {
      const owner = { activity, participant: 'ann' };
      if (isForeseen) await tx.foresee({ ...owner, route: ROUTE, key, lock: `${activity} ${key}`, day: DAY });
      return owner;
    };
    async function begin() {
      const activity = fresh();
      await store().transaction(async (tx) => {
        await tx.saveActivity(define(), 0, 1);
        await tx.addParticipant(person('ann'));
        await tx.setStock(activity, 'cup', 2);
        for (const occurrence of ['a', 'b'])
          await tx.addGrant({
            ...{ activity, participant: 'ann', rule: 'watched', occurrence },
            ...{ day: DAY, chances: 1, at: 1 },
          });
      });
      // A store that keeps what it has read has read it now.
      await store().transaction((tx) => tx.activity(activity));
      return activity;
    }
    /** Everything that a draw does. */
    async function make(tx: Transaction, activity: string, key: string) {
      const owner = await seen(tx, activity, key);
      expect(await tx.tryLock(`${activity} ${key}`)).toBe(true);
      expect(await tx.savedAnswer(owner, ROUTE, key)).toBeNull();
      expect((await tx.activity(activity))?.version).toBe(1);
      const ann = (await tx.lockParticipant(owner))!;
      const drawsBefore = await tx.drawsOn(owner, DAY);
      const { used } = await tx.chances(owner);
      expect(await tx.useChance(owner)).toBe(true);
      expect((await tx.chances(owner)).used).toBe(used + 1);
      const nonce = await tx.nextNonce(owner, 0);
      const id = `${activity}-${key}`;
      await tx.addDraw({ ...draw('ann', id), epoch: 0, nonce }, DAY);
      expect(await tx.drawsOn(owner, DAY)).toBe(drawsBefore + 1);
      const rewards = await tx.rewards(owner);
      await tx.addReward(reward('ann', `reward-${id}`));
      expect((await tx.rewards(owner)).map((one) => one.id)).toEqual([
        `reward-${id}`,
        ...rewards.map((one) => one.id),
      ]);
      const pending = { state: 'pending', of: null, from: 'budget', to: 'reserved' } as const;
      expect(await tx.addTransfer({ ...pending, activity, id: `reward-${id}`, amount: 5, at: 1 })).toBe(true);
      const revisions = { ...ann.revisions, chances: (ann.revisions.chances ?? 0) + 1 };
      await tx.updateParticipant(owner, { revisions });
      await tx.saveAnswer(answer('ann', key));
      return { owner, nonce };
    }
    const readAll = (activity: string) =>
      store().read(async (reader) => {
        const owner = { activity, participant: 'ann' };
        return {
          chances: await reader.chances(owner),
          revisions: (await reader.participant(owner))!.revisions,
          draws: await reader.drawsOn(owner, DAY),
          unsealed: (await reader.unsealedDraws(activity, 9)).map(({ nonce }) => nonce),
          rewards: (await reader.rewards(owner)).length,
          reserved: (await reader.balances(activity)).reserved,
          counters: await reader.counters(activity),
          answers: [
            (await reader.savedAnswer(owner, ROUTE, 'k1'))?.body,
            (await reader.savedAnswer(owner, ROUTE, 'k2'))?.body,
          ],
          left: (await reader.stock(activity))[0]!.left,
        };
      });
    const nothing = {
      chances: { granted: 2, used: 0 },
      revisions: {},
      draws: 0,
      unsealed: [],
      rewards: 0,
      reserved: 0,
      counters: { participants: 1, draws: 0, awards: 0 },
      answers: [undefined, undefined],
      left: 2,
    };

    it('does it all, twice, and has no third chance', async () => {
      const activity = await begin();
      for (const [at, key] of ['k1', 'k2'].entries())
        await store().transaction(async (tx) => {
          const { nonce } = await make(tx, activity, key);
          expect(nonce).toBe(at + 1);
          expect(await tx.takeStock(activity, 'cup')).toBe(true);
        });
      expect(await readAll(activity)).toEqual({
        chances: { granted: 2, used: 2 },
        revisions: { chances: 2 },
        draws: 2,
        unsealed: [1, 2],
        rewards: 2,
        reserved: 10,
        counters: { participants: 1, draws: 2, awards: 2 },
        answers: ['{"a":1}', '{"a":1}'],
        left: 0,
      });
      await store().transaction(async (tx) => {
        const owner = await seen(tx, activity, 'k3');
        await tx.lockParticipant(owner);
        expect(await tx.useChance(owner)).toBe(false);
        expect(await tx.savedAnswer(owner, ROUTE, 'k1')).toEqual(answer('ann', 'k1'));
      });
    });

    it('does nothing when it is rolled back, before and behind the last statement', async () => {
      const activity = await begin();
      for (const takes of [false, true]) {
        const failed = store().transaction(async (tx) => {
          await make(tx, activity, 'k1');
          if (takes) await tx.takeStock(activity, 'cup');
          throw new Error('stop');
        });
        await expect(failed).rejects.toThrow('stop');
        expect(await readAll(activity)).toEqual(nothing);
      }
    });

    it('sees what else is written in between, and what that does to what was read', async () => {
      const activity = await begin();
      await store().transaction(async (tx) => {
        const owner = await seen(tx, activity);
        await tx.lockParticipant(owner);
        expect(await tx.chances(owner)).toEqual({ granted: 2, used: 0 });
        expect(await tx.useChance(owner)).toBe(true);
        await tx.addGrant({ ...owner, rule: 'watched', occurrence: 'c', day: DAY, chances: 3, at: 1 });
        expect(await tx.chances(owner)).toEqual({ granted: 5, used: 1 });
        expect(await tx.nextNonce(owner, 1)).toBe(1);
        expect(await tx.nextNonce(owner, 1)).toBe(2);
        expect(await tx.nextNonce(owner, 2)).toBe(1);
      });
    });

    it('answers a known key with its answer, and has nobody who is not there', async () => {
      const activity = await begin();
      await store().transaction((tx) => tx.saveAnswer(answer('ann', 'k')));
      await store().transaction(async (tx) => {
        const owner = await seen(tx, activity);
        expect(await tx.tryLock(`${activity} k`)).toBe(true);
        expect(await tx.savedAnswer(owner, ROUTE, 'k')).toEqual(answer('ann', 'k'));
        const bob = { activity, participant: 'bob' };
        if (isForeseen) await tx.foresee({ ...bob, route: ROUTE, key: 'x', lock: 'x', day: DAY });
        expect(await tx.lockParticipant(bob)).toBeNull();
        expect(await tx.useChance(bob)).toBe(false);
      });
    });
  });
}
