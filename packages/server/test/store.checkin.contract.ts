// The store's contract for checking in and points, as a part of `testStore`.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Store, StoredCheckin, StoredPoints, Transaction } from '../src/store.js';

const NOW = Date.parse('2027-01-02T12:00:00Z');

/** `fresh` names an activity that nobody uses. */
export function testCheckins(storeOf: () => Store, fresh: () => string): void {
  const write = <T>(work: (tx: Transaction) => Promise<T>) => storeOf().transaction(work);
  const day = (activity: string, participant: string, day: string, change: Partial<StoredCheckin> = {}) => ({
    activity,
    participant,
    day,
    kind: 'on_time' as const,
    points: 10,
    factor: 1,
    paid: null,
    price: 0,
    group: null,
    text: null,
    uploads: [],
    comment: null,
    at: NOW,
    ...change,
  });
  const entry = (
    activity: string,
    participant: string,
    id: string,
    change: number,
    at = NOW,
  ): StoredPoints => ({
    activity,
    participant,
    id,
    change,
    reason: 'checkin',
    subject: id,
    at,
  });

  describe('check-ins', () => {
    it('keep one of a day, oldest first, and count it for its group', async () => {
      const activity = fresh();
      const ann = { activity, participant: 'ann' };
      const second = day(activity, 'ann', '2027-01-02', {
        group: 'a',
        text: '第二天 👍🏽',
        uploads: ['u1', 'u2'],
      });
      const first = day(activity, 'ann', '2027-01-01', {
        kind: 'make_up',
        paid: 'points',
        price: 30,
        factor: 2,
      });
      await write(async (tx) => {
        expect(await tx.addCheckin(second)).toBe(true);
        expect(await tx.addCheckin(first)).toBe(true);
        expect(await tx.addCheckin({ ...second, points: 99 })).toBe(false);
        expect(await tx.addCheckin(day(activity, 'bob', '2027-01-02', { group: 'a' }))).toBe(true);
        expect(await tx.joinGroup(ann, 'a')).toBe(true);
        expect(await tx.joinGroup(ann, 'b')).toBe(false);
      });
      await storeOf().read(async (reader) => {
        expect(await reader.checkins(ann)).toEqual([first, second]);
        expect(await reader.checkins({ activity, participant: 'nobody' })).toEqual([]);
        expect(await reader.groupOf(ann)).toBe('a');
        expect(await reader.groupOf({ activity, participant: 'bob' })).toBeNull();
        expect(await reader.groupCount(activity, 'a', '2027-01-02')).toEqual({ members: 1, done: 2 });
        expect(await reader.groupCount(activity, 'a', '2027-01-01')).toEqual({ members: 1, done: 0 });
        expect(await reader.groupCount(activity, 'b', '2027-01-02')).toEqual({ members: 0, done: 0 });
      });
    });

    it('take a comment and content, and say when there is no such day', async () => {
      const activity = fresh();
      const ann = { activity, participant: 'ann' };
      await write(async (tx) => {
        await tx.addCheckin(day(activity, 'ann', '2027-01-02'));
        expect(await tx.updateCheckin(ann, '2027-01-02', { text: 'hi', uploads: ['u'] })).toBe(true);
        expect(await tx.updateCheckin(ann, '2027-01-02', { comment: 'well done' })).toBe(true);
        expect(await tx.updateCheckin(ann, '2027-01-03', { comment: 'no' })).toBe(false);
      });
      const [stored] = await storeOf().read((reader) => reader.checkins(ann));
      expect(stored).toMatchObject({ text: 'hi', uploads: ['u'], comment: 'well done', points: 10 });
    });

    it('are listed by day for those who read what was handed in', async () => {
      const activity = fresh();
      const at = '2027-01-02';
      const words = day(activity, 'ann', at, { text: 'hi' });
      const picture = day(activity, 'cleo', at, { uploads: ['u1'] });
      await write(async (tx) => {
        for (const one of [picture, words, day(activity, 'bob', at)]) await tx.addCheckin(one);
        await tx.addCheckin(day(activity, 'ann', '2027-01-03', { text: 'next' }));
        await tx.addCheckin(day(fresh(), 'ann', at, { text: 'elsewhere' }));
      });
      await storeOf().read(async (reader) => {
        expect(await reader.handedIn(activity, at, null, 9)).toEqual([words, picture]);
        expect(await reader.handedIn(activity, at, null, 1)).toEqual([words]);
        expect(await reader.handedIn(activity, at, 'ann', 9)).toEqual([picture]);
      });
    });

    it('are one when many arrive at once', async () => {
      const activity = fresh();
      const added = await Promise.all(
        Array.from({ length: 20 }, () =>
          write((tx) => tx.addCheckin(day(activity, 'ann', '2027-01-02', { group: 'a' }))),
        ),
      );
      expect(added.filter(Boolean)).toHaveLength(1);
      const count = await storeOf().read((reader) => reader.groupCount(activity, 'a', '2027-01-02'));
      expect(count.done).toBe(1);
    });

    it('roll back with their transaction', async () => {
      const activity = fresh();
      const ann = { activity, participant: 'ann' };
      const failed = write(async (tx) => {
        await tx.addCheckin(day(activity, 'ann', '2027-01-02', { group: 'a' }));
        await tx.joinGroup(ann, 'a');
        await tx.addPoints(entry(activity, 'ann', 'one', 5));
        throw new Error('stop');
      });
      await expect(failed).rejects.toThrow('stop');
      await storeOf().read(async (reader) => {
        expect(await reader.checkins(ann)).toEqual([]);
        expect(await reader.groupOf(ann)).toBeNull();
        expect(await reader.groupCount(activity, 'a', '2027-01-02')).toEqual({ members: 0, done: 0 });
        expect(await reader.balance(ann)).toBe(0);
        expect(await reader.pointEntries(ann, 9)).toEqual([]);
      });
    });

    it('of a guest become the union with the member’s, and its group counts nobody twice', async () => {
      const activity = fresh();
      const [guest, ann] = [
        { activity, participant: 'guest_1' },
        { activity, participant: 'ann' },
      ];
      await write(async (tx) => {
        for (const [who, key] of [
          ['guest_1', '2027-01-01'],
          ['guest_1', '2027-01-02'],
          ['ann', '2027-01-02'],
          ['ann', '2027-01-03'],
        ] as const)
          await tx.addCheckin(day(activity, who, key, { group: 'a', text: who }));
        await tx.joinGroup(guest, 'a');
        await tx.joinGroup(ann, 'a');
        await tx.absorbCheckins(activity, 'guest_1', 'ann');
      });
      await storeOf().read(async (reader) => {
        expect((await reader.checkins(ann)).map((one) => [one.day, one.text])).toEqual([
          ['2027-01-01', 'guest_1'],
          ['2027-01-02', 'ann'],
          ['2027-01-03', 'ann'],
        ]);
        expect(await reader.checkins(guest)).toEqual([]);
        expect(await reader.groupOf(guest)).toBeNull();
        for (const key of ['2027-01-01', '2027-01-02', '2027-01-03'])
          expect(await reader.groupCount(activity, 'a', key)).toEqual({ members: 1, done: 1 });
      });
    });

    it('give a member without a group the guest’s', async () => {
      const activity = fresh();
      const ann = { activity, participant: 'ann' };
      await write(async (tx) => {
        await tx.joinGroup({ activity, participant: 'guest_1' }, 'b');
        await tx.absorbCheckins(activity, 'guest_1', 'ann');
      });
      await storeOf().read(async (reader) => {
        expect(await reader.groupOf(ann)).toBe('b');
        expect((await reader.groupCount(activity, 'b', 'x')).members).toBe(1);
      });
    });
  });

  describe('points', () => {
    it('are earned once of an id, spent while there are enough, and listed newest first', async () => {
      const activity = fresh();
      const ann = { activity, participant: 'ann' };
      await write(async (tx) => {
        expect(await tx.addPoints(entry(activity, 'ann', 'poor', -1))).toBe('short');
        expect(await tx.addPoints(entry(activity, 'ann', 'a', 10))).toBe('added');
        expect(await tx.addPoints(entry(activity, 'ann', 'a', 10))).toBe('known');
        expect(await tx.addPoints(entry(activity, 'ann', 'b', 5))).toBe('added');
        expect(await tx.addPoints(entry(activity, 'ann', 'c', -16, NOW + 1))).toBe('short');
        expect(await tx.addPoints(entry(activity, 'ann', 'c', -15, NOW + 1))).toBe('added');
        expect(await tx.addPoints(entry(activity, 'ann', 'c', -15))).toBe('known');
        expect(await tx.addPoints(entry(activity, 'ann', 'd', -1))).toBe('short');
      });
      await storeOf().read(async (reader) => {
        expect(await reader.balance(ann)).toBe(0);
        expect((await reader.pointEntries(ann, 9)).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
        expect(await reader.pointEntries(ann, 1)).toEqual([entry(activity, 'ann', 'c', -15, NOW + 1)]);
      });
    });

    it('of a guest become the member’s, once of an id', async () => {
      const activity = fresh();
      const ann = { activity, participant: 'ann' };
      await write(async (tx) => {
        await tx.addPoints(entry(activity, 'guest_1', 'day-1', 10));
        await tx.addPoints(entry(activity, 'guest_1', 'day-2', 10));
        await tx.addPoints(entry(activity, 'ann', 'day-2', 10));
        await tx.absorbPoints(activity, 'guest_1', 'ann');
      });
      await storeOf().read(async (reader) => {
        expect(await reader.balance(ann)).toBe(20);
        expect((await reader.pointEntries(ann, 9)).map(({ id }) => id).sort()).toEqual(['day-1', 'day-2']);
        expect(await reader.balance({ activity, participant: 'guest_1' })).toBe(0);
      });
    });

    it('that were spent on both sides are owed, and nothing can be spent until they are earned again', async () => {
      const activity = fresh();
      const ann = { activity, participant: 'ann' };
      await write(async (tx) => {
        for (const who of ['guest_1', 'ann']) {
          await tx.addPoints(entry(activity, who, 'day-1', 10));
          await tx.addPoints(entry(activity, who, `item-of-${who}`, -10));
        }
        await tx.absorbPoints(activity, 'guest_1', 'ann');
        expect(await tx.balance(ann)).toBe(-10);
        expect(await tx.addPoints(entry(activity, 'ann', 'day-2', 7))).toBe('added');
        expect(await tx.balance(ann)).toBe(-3);
        expect(await tx.addPoints(entry(activity, 'ann', 'x', -1))).toBe('short');
        expect(await tx.addPoints(entry(activity, 'ann', 'day-3', 7))).toBe('added');
        expect(await tx.addPoints(entry(activity, 'ann', 'x', -5))).toBe('short');
        expect(await tx.addPoints(entry(activity, 'ann', 'x', -4))).toBe('added');
        expect(await tx.balance(ann)).toBe(0);
      });
    });

    it('balance with their entries, whatever is done at once and in whatever order', async () => {
      const people = ['ann', 'bob', 'guest_1'] as const;
      const act = fc.oneof(
        fc.record({
          who: fc.constantFrom(...people),
          id: fc.nat(8),
          change: fc.integer({ min: -9, max: 9 }),
        }),
        fc.record({ link: fc.constantFrom('ann', 'bob') }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(act, { maxLength: 24 }), async (acts) => {
          const activity = fresh();
          await Promise.all(
            acts.map((one, at) =>
              write(async (tx) => {
                // As the app does: whoever changes somebody holds their lock, both in the order of their ids.
                if ('link' in one) {
                  for (const id of [one.link, 'guest_1'].sort())
                    await tx.lock(`${activity} ${id}`, 'exclusive');
                  return tx.absorbPoints(activity, 'guest_1', one.link);
                }
                await tx.lock(`${activity} ${one.who}`, 'exclusive');
                await tx.addPoints(entry(activity, one.who, `e${one.id}`, one.change, NOW + at));
              }),
            ),
          );
          await storeOf().read(async (reader) => {
            for (const participant of people) {
              const owner = { activity, participant };
              const entries = await reader.pointEntries(owner, 100);
              expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
              const sum = entries.reduce((total, { change }) => total + change, 0);
              expect(await reader.balance(owner)).toBe(sum);
              if (!acts.some((one) => 'link' in one)) expect(sum).toBeGreaterThanOrEqual(0);
            }
          });
        }),
        { numRuns: 15 },
      );
    }, 60_000);
  });

  it('saved answers from before a moment are forgotten, a bounded number at a time', async () => {
    const activity = fresh();
    const answer = (key: string, at: number) => ({
      activity,
      participant: 'ann',
      route: 'checkin.create',
      key,
      fingerprint: 'f',
      status: 200,
      body: '{}',
      at,
    });
    await write(async (tx) => {
      for (let at = 0; at < 5; at++) await tx.saveAnswer(answer(`k${at}`, NOW + at));
    });
    expect(await write((tx) => tx.purgeAnswers(activity, NOW + 4, 3))).toBe(3);
    expect(await write((tx) => tx.purgeAnswers(activity, NOW + 4, 3))).toBe(1);
    expect(await write((tx) => tx.purgeAnswers(activity, NOW + 4, 3))).toBe(0);
    const owner = { activity, participant: 'ann' };
    const left = await storeOf().read((reader) => reader.savedAnswer(owner, 'checkin.create', 'k4'));
    expect(left?.at).toBe(NOW + 4);
  });
}
