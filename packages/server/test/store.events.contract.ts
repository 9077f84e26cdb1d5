// The store's contract for events. `testStore` runs it with the rest; an activity's name serves as a project.
import { describe, expect, it } from 'vitest';
import { dayOfId } from '../src/events/event.day.js';
import { withRaces } from '../src/lost-race.js';
import type { Store, StoredEvent } from '../src/store.js';

const NOW = Date.parse('2027-01-02T12:00:00Z');
const HOUR = 3_600_000;

/** Runs the part; `fresh` begins a project that nobody has used. */
export function testEvents(store: () => Store, fresh: () => string): void {
  const event = (project: string, id: string, change: Partial<StoredEvent> = {}): StoredEvent => ({
    ...{ project, day: dayOfId(id), id, name: 'lottery.drawn', pid: 'page-1', seq: 1 },
    ...{ at: NOW, created_at: NOW - 5, sent_at: NOW - 2, received_at: NOW },
    ...{ participant: null, activity: 'new-year', channel: null, visitor: 'v-1', quarantined: false },
    ...{ context: '{"visitor":"v-1"}', props: '{"n":1,"说":"好"}', invalid: null },
    ...change,
  });
  const add = (...events: StoredEvent[]) =>
    withRaces(() => store().transaction((tx) => tx.addEvents(events)));
  const read: Store['read'] = (work) => store().read(work);
  const window = (project: string, from = NOW - HOUR, to = NOW + HOUR) => ({ project, from, to });
  /** Ids of two days, and one that tells none. */
  const [early, late, plain] = [
    '019432aa-0000-7000-8000-000000000001',
    '01943fff-0000-7000-8000-000000000002',
    'plain-id',
  ];

  describe('events', () => {
    it('are added once and read back whole', async () => {
      const project = fresh();
      const rows = [early, late, plain].map((id, n) =>
        event(project, id, {
          seq: n + 1,
          ...(n === 1 && { participant: 'ann', channel: 'moments', invalid: '["name"]', quarantined: true }),
        }),
      );
      expect(new Set(rows.map(({ day }) => day)).size).toBe(3);
      expect(await add(...rows)).toEqual(new Set([early, late, plain]));
      expect(await add({ ...rows[0]!, received_at: NOW + 1 }, event(project, 'fresh'))).toEqual(
        new Set(['fresh']),
      );
      for (const row of rows) expect(await read((reader) => reader.event(project, row.id))).toEqual(row);
      expect(await read((reader) => reader.event(fresh(), early))).toBeNull();
    });

    it('are kept to the letter, whatever letters they have', async () => {
      const project = fresh();
      const odd = ['\\', '\\N', '\\.', 'a\tb', 'a\nb\r\n', '', '"\'', '😀字', '\u0001\u2028'];
      const rows = odd.map((text, n) =>
        event(project, `odd-${n}\\`, {
          name: text || 'n',
          channel: text,
          context: JSON.stringify({ text }),
          props: JSON.stringify({ text }),
        }),
      );
      await add(...rows);
      for (const row of rows) expect(await read((reader) => reader.event(project, row.id))).toEqual(row);
    });

    it('stay where they are found when their days get a place of their own', async () => {
      const project = fresh();
      const rows = [early, late].map((id) => event(project, id));
      await add(...rows);
      const days = rows.map(({ day }) => day);
      await store().transaction((tx) => tx.prepareEventDays(days));
      expect(await store().transaction((tx) => tx.prepareEventDays(days))).toBe(0);
      expect(await add(...rows)).toEqual(new Set());
      for (const row of rows) expect(await read((reader) => reader.event(project, row.id))).toEqual(row);
    });

    it('of another project with the same id are others', async () => {
      const [one, other] = [fresh(), fresh()];
      expect(await add(event(one, early))).toEqual(new Set([early]));
      expect(await add(event(other, early))).toEqual(new Set([early]));
    });

    it('are gone when the transaction is', async () => {
      const project = fresh();
      const failing = store().transaction(async (tx) => {
        await tx.addEvents([event(project, early)]);
        throw new Error('stop');
      });
      await expect(failing).rejects.toThrow('stop');
      expect(await add(event(project, early))).toEqual(new Set([early]));
    });

    it('are stored once each by 16 who send overlapping batches at once', async () => {
      const project = fresh();
      const ids = Array.from({ length: 120 }, (_, n) => `${n % 2 ? early : late}`.slice(0, -3) + (100 + n));
      const answers = await Promise.all(
        Array.from({ length: 16 }, (_, client) => {
          const own = Array.from({ length: 60 }, (_, n) => ids[(client * 7 + n) % ids.length]!);
          return add(...(client % 2 ? own.reverse() : own).map((id) => event(project, id)));
        }),
      );
      const named = answers.flatMap((answer) => [...answer]);
      expect(named).toHaveLength(new Set(named).size);
      const { events } = await read((reader) => reader.eventTotals(window(project)));
      expect(events).toBe(new Set(named).size);
      expect(events).toBe(120);
    });

    it('show their holes, largest first, by all that a page ever sent', async () => {
      const project = fresh();
      const old = NOW - 5 * HOUR;
      await add(
        event(project, 'a1', { seq: 1, received_at: old }),
        event(project, 'a3', { seq: 3 }),
        event(project, 'a9', { seq: 9 }),
        event(project, 'b2', { pid: 'page-2', seq: 2, visitor: null }),
        event(project, 'c5', { pid: 'page-3', seq: 5, received_at: old }),
        event(project, 'd1', { pid: 'page-4', seq: 1 }),
      );
      expect(await read((reader) => reader.eventTotals(window(project)))).toEqual({ pages: 3, events: 4 });
      const holes = [
        { pid: 'page-1', visitor: 'v-1', from: 4, to: 8 },
        { pid: 'page-1', visitor: 'v-1', from: 2, to: 2 },
        { pid: 'page-2', visitor: null, from: 1, to: 1 },
      ];
      expect(await read((reader) => reader.eventHoles(window(project), 10))).toEqual(holes);
      expect(await read((reader) => reader.eventHoles(window(project), 1))).toEqual(holes.slice(0, 1));
    });

    it('tell what was dropped', async () => {
      const project = fresh();
      const dropped = (id: string, props: string, visitor = 'v-1') =>
        event(project, id, { name: '$dropped', props, visitor });
      await add(
        dropped('a', '{"reason":"overflow","count":2}'),
        dropped('b', '{"reason":"overflow","count":3}'),
        dropped('c', '{"reason":"quota","count":1}', 'v-2'),
        dropped('d', '{"reason":"quota","count":"many"}'),
        event(project, 'e', { props: '{"reason":"overflow","count":100}' }),
      );
      expect(await read((reader) => reader.eventDrops(window(project)))).toEqual([
        { visitor: 'v-1', reason: 'overflow', count: 5 },
        { visitor: 'v-2', reason: 'quota', count: 1 },
      ]);
      expect(await read((reader) => reader.eventDrops(window(project, NOW + 1)))).toEqual([]);
    });

    it('are counted between bounds by name and channel', async () => {
      const project = fresh();
      const at = (hours: number) => NOW + hours * HOUR;
      await add(
        event(project, 'a', { at: at(0) }),
        event(project, 'b', { at: at(1) - 1, quarantined: true }),
        event(project, 'c', { at: at(1), channel: 'moments', activity: 'other' }),
        event(project, 'd', { at: at(1), name: 'lottery.tapped' }),
        event(project, 'e', { at: at(0) - 1 }),
        event(project, 'f', { at: at(2) }),
      );
      const bounds = [at(0), at(1), at(2)];
      const drawn = { name: 'lottery.drawn', channel: null, count: 1, quarantined: 0 };
      const tapped = { ...drawn, bucket: 1, name: 'lottery.tapped' };
      expect(await read((reader) => reader.eventCounts(project, null, bounds))).toEqual([
        { ...drawn, bucket: 0, quarantined: 1 },
        { ...drawn, bucket: 1, channel: 'moments' },
        tapped,
      ]);
      expect(await read((reader) => reader.eventCounts(project, 'new-year', bounds))).toEqual([
        { ...drawn, bucket: 0, quarantined: 1 },
        tapped,
      ]);
    });
  });
}
