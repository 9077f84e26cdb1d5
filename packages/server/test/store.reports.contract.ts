// The store's contract for reports. `testStore` runs it with the rest; an activity's name serves as its project too.
import { describe, expect, it } from 'vitest';
import { dayOfId } from '../src/events/event.day.js';
import { EVERYBODY, type ReportScope, type Store, type StoredEvent, SUMS_LOCK } from '../src/store.js';

const NOON = Date.parse('2027-01-02T12:00:00+08:00');
const HALF = 12 * 3_600_000;
const BOUNDS = [NOON - HALF, NOON, NOON + HALF];

/** Runs the part; `fresh` begins an activity that nobody has used. */
export function testReports(store: () => Store, fresh: () => string): void {
  let number = 0;
  const event = (activity: string, at: number, change: Partial<StoredEvent> & { first?: string } = {}) => {
    const { first, ...fields } = change;
    const id = change.id ?? `report-${++number}`;
    const channel = change.channel ?? null;
    const context = JSON.stringify({ channel_first: first, participant: change.participant ?? undefined });
    return {
      ...{ project: activity, day: dayOfId(id), id, name: 'lottery.tapped', pid: 'page', seq: 1, at },
      ...{ created_at: at, sent_at: at, received_at: NOON, participant: null, activity, channel },
      ...{ visitor: 'v1', quarantined: false, context, props: null, invalid: null },
      ...fields,
    } satisfies StoredEvent;
  };
  const sumUp = async (limit = 1000) => {
    for (let turns = 0; turns < 100; turns++) {
      const isDone = await store().transaction(
        async (tx) => (await tx.tryLock(SUMS_LOCK)) && tx.sumUpEvents(limit),
      );
      if (isDone) return;
    }
    throw new Error('The sums never end.');
  };
  const add = async (...events: StoredEvent[]) => {
    await store().transaction((tx) => tx.addEvents(events));
  };
  const scopeOf = (activity: string, touch: ReportScope['touch'] = 'last'): ReportScope => ({
    ...{ project: activity, activity, touch, bounds: BOUNDS },
  });
  const cells = async (activity: string, touch?: ReportScope['touch'], names = ['lottery.tapped']) =>
    (await store().read((reader) => reader.eventCells(scopeOf(activity, touch), names))).map(
      ({ name, bucket, channel, people, events }) => [name, bucket, channel, people, events],
    );

  describe('reports', () => {
    it('count nothing where nothing happened', async () => {
      const activity = fresh();
      await sumUp();
      expect(await cells(activity)).toEqual([]);
      const scope = scopeOf(activity);
      expect(await store().read((reader) => reader.recordCells(scope, ['drawn', 'joined']))).toEqual([]);
      expect(await store().read((reader) => reader.factCells(scope, ['ordered']))).toEqual([]);
      expect(await store().read((reader) => reader.recordCells(scope, []))).toEqual([]);
    });

    it('count people once each and every event, however often and in whatever slices they are summed up', async () => {
      const activity = fresh();
      const events = [0, 1, 2, 3, 4, 5].map((n) => event(activity, NOON + n, { visitor: `v${n % 3}` }));
      for (const one of events) await add(one);
      await sumUp(1);
      await sumUp();
      await add(...events);
      await sumUp(2);
      expect(await cells(activity, 'last', [EVERYBODY, 'lottery.tapped'])).toEqual([
        [EVERYBODY, 1, null, 3, 0],
        ['lottery.tapped', 1, null, 3, 6],
      ]);
    });

    it('move a person whose earlier event comes late, and count it no second time', async () => {
      const activity = fresh();
      await add(event(activity, NOON + 5, { channel: 'sms', first: 'poster' }));
      await sumUp();
      expect(await cells(activity)).toEqual([['lottery.tapped', 1, 'sms', 1, 1]]);
      await add(event(activity, NOON - 1, { channel: 'moments', first: 'poster' }));
      await sumUp();
      expect(await cells(activity)).toEqual([
        ['lottery.tapped', 0, 'moments', 1, 1],
        ['lottery.tapped', 1, 'sms', 0, 1],
      ]);
      expect(await cells(activity, 'first')).toEqual([
        ['lottery.tapped', 0, 'poster', 1, 1],
        ['lottery.tapped', 1, 'poster', 0, 1],
      ]);
    });

    it('leave a person where it did something first, whatever it does later', async () => {
      const activity = fresh();
      await add(event(activity, NOON - 1, { channel: 'sms' }));
      await sumUp();
      await add(event(activity, NOON, { channel: 'moments' }));
      await sumUp();
      expect(await cells(activity)).toEqual([
        ['lottery.tapped', 0, 'sms', 1, 1],
        ['lottery.tapped', 1, 'moments', 0, 1],
      ]);
    });

    it('leave out what is in quarantine, of no activity, of another one or outside the window', async () => {
      const [activity, other] = [fresh(), fresh()];
      await add(
        event(activity, NOON, { quarantined: true }),
        event(activity, NOON, { activity: null }),
        event(activity, NOON, { activity: other }),
        event(activity, NOON, { name: 'lottery.drawn' }),
        event(activity, BOUNDS[2]!),
        event(activity, BOUNDS[0]! - 1, { visitor: 'v2' }),
      );
      await sumUp();
      expect(await cells(activity)).toEqual([]);
    });

    it('tell visitors, else participants, else pages apart', async () => {
      const activity = fresh();
      const nobody = { visitor: null };
      await add(
        event(activity, NOON),
        event(activity, NOON, { ...nobody, participant: 'ann' }),
        event(activity, NOON, { ...nobody, participant: 'ann', pid: 'page-2' }),
        event(activity, NOON, { ...nobody, pid: 'page-3' }),
      );
      await sumUp();
      expect(await cells(activity)).toEqual([['lottery.tapped', 1, null, 3, 4]]);
    });

    it('count facts by the channel that the participant came by, with their values', async () => {
      const activity = fresh();
      await add(event(activity, NOON - 9, { channel: 'sms', first: 'poster', participant: 'ann' }));
      await sumUp();
      const fact = { activity, name: 'ordered', granted: 0 };
      await store().transaction(async (tx) => {
        await tx.addFact({ ...fact, id: 'f1', participant: 'ann', value: 100, at: NOON - 1 });
        await tx.addFact({ ...fact, id: 'f2', participant: 'ann', value: 20.5, at: NOON });
        await tx.addFact({ ...fact, id: 'f3', participant: 'bob', value: null, at: NOON });
        await tx.addFact({ ...fact, id: 'f4', participant: 'bob', name: 'other', value: 9, at: NOON });
      });
      const read = (touch: ReportScope['touch']) =>
        store().read((reader) => reader.factCells(scopeOf(activity, touch), ['ordered']));
      const ordered = { name: 'ordered', people: 1, events: 1 };
      expect(await read('last')).toEqual([
        { ...ordered, bucket: 0, channel: 'sms', value: 100 },
        { ...ordered, bucket: 1, channel: null, value: null },
        { ...ordered, bucket: 1, channel: 'sms', people: 0, value: 20.5 },
      ]);
      expect((await read('first')).map(({ channel }) => channel)).toEqual(['poster', null, 'poster']);
    });

    it('count records of the backend, a linked guest as its member', async () => {
      const activity = fresh();
      const person = (id: string, linked_to: string | null = null) => ({
        ...{ activity, id, kind: 'member' as const, name: null, avatar: null, invite_code: `c-${id}` },
        ...{ secret_hash: null, linked_to: null, seen_day: null, seen_version: 0, revisions: {} },
        ...{ joined_at: NOON, linked_to },
      });
      const checkin = { activity, points: 1, factor: 1, paid: null, price: 0, group: null, text: null };
      const day = { ...checkin, kind: 'on_time' as const, uploads: [], comment: null };
      await store().transaction(async (tx) => {
        for (const id of ['ann', 'guest']) await tx.addParticipant(person(id));
        await tx.addCheckin({ ...day, participant: 'ann', day: '2027-01-02', at: NOON });
        await tx.addCheckin({ ...day, participant: 'guest', day: '2027-01-01', at: NOON - HALF });
        await tx.addInvite({
          ...{ activity, id: 'i1', friend: 'guest', inviter: 'ann', code: 'c-ann' },
          ...{ state: 'pending', reason: null, channel: 'sms', at: NOON },
        });
        await tx.absorb(activity, 'guest', 'ann');
      });
      const found = await store().read((reader) =>
        reader.recordCells(scopeOf(activity), ['joined', 'checked_in', 'invited', 'befriended']),
      );
      expect(
        found.map(({ name, bucket, channel, people, events }) => [name, bucket, channel, people, events]),
      ).toEqual([
        ['checked_in', 0, null, 1, 1],
        ['checked_in', 1, null, 0, 1],
        ['invited', 1, 'sms', 1, 1],
        ['joined', 1, null, 1, 1],
      ]);
    });
  });
}
