// The shared table of a device in plain memory: what IndexedDB does, without a browser.

import { addDrops, type Drops } from '../../src/delivery/drops.js';
import type { Dead, EventStore } from '../../src/delivery/event-store.js';
import type { Row } from '../../src/event/row.js';
import { timeOf } from '../../src/event/row-time.js';

export interface MemoryDevice {
  rows: Map<string, Row>;
  store: EventStore;
  append(rows: Iterable<Row>): Promise<void>;
  /** Makes the next writes fail. */
  fail(error: Error | undefined): void;
}

export function createMemoryDevice(): MemoryDevice {
  const rows = new Map<string, Row>();
  const dead: Dead[] = [];
  let drops: Drops | undefined;
  let pauseUntil = 0;
  let failure: Error | undefined;
  const sorted = () => [...rows.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const check = () => {
    if (failure) throw failure;
  };
  const drop = (keys: string[], reason: 'overflow' | 'expired' | 'quota') => {
    for (const key of keys) rows.delete(key);
    drops = addDrops(
      drops,
      keys.map((key) => [reason, timeOf(key)]),
    );
    return keys;
  };
  return {
    rows,
    fail(error) {
      failure = error;
    },
    async append(more) {
      check();
      for (const row of more) rows.set(row.key, row);
    },
    store: {
      async claim({ now, limit, skip }) {
        check();
        const left = rows.size;
        if (now < pauseUntil) return { rows: [], left, pause: pauseUntil - now, hasDrops: !!drops };
        const free = sorted().filter(({ key }) => !skip.has(key));
        return { rows: free.slice(0, limit), left, hasDrops: !!drops };
      },
      async remove(keys, more = []) {
        check();
        for (const key of keys) rows.delete(key);
        dead.push(...more);
      },
      async evict(excess, reason, newest) {
        const low = sorted()
          .filter(({ key }) => key[0] !== '0')
          .sort((a, b) => Number(b.key[0]) - Number(a.key[0]) || (a.key < b.key ? -1 : 1));
        const keys = low.slice(0, excess).map(({ key }) => key);
        const rest = newest.map(({ key }) => key).filter((key) => !keys.includes(key));
        if (keys.length < excess) keys.push(...rest.slice(keys.length - excess));
        return drop(keys, reason as 'overflow');
      },
      expire: async (before) =>
        drop(
          [...rows.keys()].filter((key) => timeOf(key) < before),
          'expired',
        ),
      count: async () => rows.size,
      async pause(_, until) {
        pauseUntil = until;
      },
      leasedAt: async () => 0,
      release: async () => {},
      async report(more, write) {
        check();
        const made = write(addDrops(drops, more));
        for (const row of made) rows.set(row.key, row);
        drops = undefined;
        return made;
      },
      dead: async () => dead,
    },
  };
}
