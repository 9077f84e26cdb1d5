// What every store keeps to for those who run it: look-ups, the outbox, forgetting.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Store, StoredMessage, StoredParticipant, StoredReward, Transaction } from '../src/store.js';

const NOW = Date.parse('2027-01-02T12:00:00Z');

/** The part of a store's contract that support and operators stand on. */
export function testOperations(getStore: () => Store, fresh: () => string): void {
  describe('operations', () => {
    let activity = '';
    beforeEach(() => {
      activity = fresh();
    });
    const write = <T>(work: (tx: Transaction) => Promise<T>) => getStore().transaction(work);
    const person = (id: string): StoredParticipant => ({
      activity,
      id,
      kind: 'member',
      name: `Name of ${id}`,
      avatar: null,
      invite_code: `CODE-${id}`,
      secret_hash: null,
      linked_to: null,
      seen_day: null,
      seen_version: 0,
      revisions: {},
      joined_at: NOW,
    });
    const reward = (participant: string, id: string): StoredReward => ({
      activity,
      participant,
      id,
      prize: 'cup',
      name: { '*': 'Cup' },
      kind: 'goods',
      source: 'tier',
      state: 'pending',
      at: new Date(NOW).toISOString(),
      form: 'address',
      receipt: `R-${id}`,
    });
    const form = { account: { name: 'Ann', number: '1' } };
    const message = (id: string, next_at: number | null = NOW): StoredMessage => ({
      id: `${activity}-${id}`,
      activity,
      body: `{"id":"${id}"}`,
      at: NOW,
      attempts: 0,
      next_at,
      error: null,
    });
    const own = (messages: StoredMessage[]) => messages.filter((one) => one.activity === activity);

    it('finds a reward by its receipt, within its activity', async () => {
      await write((tx) => tx.addReward(reward('ann', 'a')));
      const found = (receipt: string, of = activity) =>
        getStore().read((reader) => reader.rewardByReceipt(of, receipt));
      expect(await found('R-a')).toEqual(reward('ann', 'a'));
      expect(await found('R-b')).toBeNull();
      expect(await found('R-a', `${activity}-other`)).toBeNull();
      expect(await getStore().read((reader) => reader.drawByReceipt(activity, 'R-a'))).toBeNull();
    });

    it('lists what was given out by id, with whose it is and what was filled in', async () => {
      await write(async (tx) => {
        await tx.addParticipant(person('ann'));
        for (const id of ['c', 'a', 'b']) await tx.addReward(reward(id === 'b' ? 'bob' : 'ann', id));
        await tx.addClaim({ activity, participant: 'ann', reward: 'a', form, at: NOW });
      });
      const page = (after: string | null, limit: number) =>
        getStore().read((reader) => reader.awards(activity, after, limit));
      const first = await page(null, 2);
      expect(first.map(({ reward: { id }, name }) => [id, name])).toEqual([
        ['a', 'Name of ann'],
        ['b', null],
      ]);
      expect(first.map(({ claim }) => claim)).toEqual([{ form, at: NOW }, null]);
      expect((await page('b', 2)).map((one) => one.reward.id)).toEqual(['c']);
    });

    it('leases what is due to one at a time, counts the attempts, and forgets what came', async () => {
      await write(async (tx) => {
        await tx.addMessage(message('now'));
        await tx.addMessage(message('later', NOW + 1000));
        await tx.addMessage(message('never', null));
      });
      const lease = async (now: number, until: number) =>
        own(await write((tx) => tx.leaseMessages(now, until, 100)));
      expect(await lease(NOW, NOW + 500)).toEqual([{ ...message('now', NOW + 500), attempts: 1 }]);
      expect(await lease(NOW + 499, NOW + 900)).toEqual([]);
      expect((await lease(NOW + 500, NOW + 1500)).map(({ attempts }) => attempts)).toEqual([2]);
      await write((tx) => tx.removeMessage(message('now').id));
      await write((tx) => tx.putOffMessage(message('later').id, null, 'answered 500'));
      expect(await lease(NOW + 9_999_999, NOW + 99_999_999)).toEqual([]);
      expect((await getStore().read((reader) => reader.outbox())).stuck).toBeGreaterThanOrEqual(2);
      await write((tx) => tx.retryMessages(NOW));
      const again = await lease(NOW, NOW + 1);
      expect(again.map(({ id, error }) => [id, error])).toEqual([
        [message('later').id, 'answered 500'],
        [message('never').id, null],
      ]);
      for (const { id } of again) await write((tx) => tx.removeMessage(id));
    });

    it('gives one message to one of several who ask at once', async () => {
      await write(async (tx) => {
        for (let n = 0; n < 20; n++) await tx.addMessage(message(`${n}`));
      });
      const all = await Promise.all(
        Array.from({ length: 8 }, () => write((tx) => tx.leaseMessages(NOW, NOW + 60_000, 5))),
      );
      const ids = own(all.flat()).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (let n = 0; n < 20; n++) await write((tx) => tx.removeMessage(message(`${n}`).id));
    });

    it('forgets people a few at a time, of one activity, and nothing else', async () => {
      const other = fresh();
      for (const id of [activity, other])
        await write(async (tx) => {
          for (const name of ['ann', 'bob', 'cat'])
            await tx.addParticipant({ ...person(name), activity: id, invite_code: `C-${name}` });
          await tx.addReward({ ...reward('ann', 'a'), activity: id });
          await tx.addClaim({ activity: id, participant: 'ann', reward: 'a', form, at: NOW });
          await tx.countHit({ activity: id, guard: 'g', subject: 's', window: 0 });
          const proof = {
            task: 'proof',
            kind: 'proof',
            state: 'pending',
            text: 'My number is 1',
            at: NOW,
          } as const;
          await tx.addSubmission({
            ...proof,
            activity: id,
            participant: 'ann',
            id: `s-${id}`,
            uploads: ['u'],
            reason: null,
          });
          const upload = { activity: id, participant: 'ann', id: 'u', type: 'image/png', bytes: 3, at: NOW };
          await tx.addUpload({ ...upload, isStored: false });
          await tx.storeUpload(id, 'u', new Uint8Array([1, 2, 3]));
        });
      const forget = () => write((tx) => tx.forgetPeople(activity, 2));
      let turns = 0;
      while ((await forget()) > 0) turns++;
      expect(turns).toBe(2);
      const left = (of: string) =>
        getStore().read(async (reader) => ({
          name: (await reader.participant({ activity: of, participant: 'cat' }))!.name,
          claim: (await reader.claim(of, 'a')) !== null,
          picture: (await reader.uploadBytes(of, 'u')) !== null,
          award: (await reader.awards(of, null, 9)).length,
          words: (await reader.submission(of, `s-${of}`))!.text,
        }));
      expect(await left(activity)).toEqual({
        name: null,
        claim: false,
        picture: false,
        award: 1,
        words: null,
      });
      expect(await left(other)).toEqual({
        name: 'Name of cat',
        claim: true,
        picture: true,
        award: 1,
        words: 'My number is 1',
      });
    });
  });
}
