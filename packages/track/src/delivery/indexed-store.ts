// The store over IndexedDB. Each method is one transaction.
import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { Priority } from '../event/row.js';
import { keyFrom, timeOf } from '../event/row-time.js';
import type { Value } from '../intake/database.js';
import type { DropReason } from '../intake/page-state.js';
import { DEAD_EVENTS } from '../limits.js';
import { claimRows } from './claim-rows.js';
import { addDrops } from './drops.js';
import type { Dead, EventStore } from './event-store.js';
import { allEvents, DEAD, eventsOf, readShared, SHARED, type Shared } from './table.js';

const LOWEST_FIRST: Priority[] = [2, 1];

export function createIndexedStore(use: UseStore): EventStore {
  const change = <T>(work: (table: IDBObjectStore) => Promise<T>) =>
    use('readwrite', async (table) => {
      const done = promisifyRequest(table.transaction);
      // Its failure is the reason why `work` fails; it is reported once.
      done.catch(() => {});
      const result = await work(table);
      await done;
      return result;
    });
  const share = (news: (old: Shared) => Partial<Shared>) =>
    change(async (table) => {
      const old = await readShared(table);
      table.put({ ...old, ...news(old) }, SHARED);
    });

  async function drop(table: IDBObjectStore, keys: string[], reason: DropReason): Promise<string[]> {
    if (keys.length === 0) return keys;
    for (const key of keys) table.delete(key);
    const shared = await readShared(table);
    const drops = addDrops(
      shared.drops,
      keys.map((key) => [reason, timeOf(key)]),
    );
    table.put({ ...shared, drops }, SHARED);
    return keys;
  }

  return {
    claim: (options) => change((table) => claimRows(table, options)),
    remove: (keys, dead = []) =>
      change(async (table) => {
        for (const key of keys) table.delete(key);
        if (dead.length === 0) return;
        const old = (await promisifyRequest<Dead[] | undefined>(table.get(DEAD))) ?? [];
        table.put([...old, ...dead].slice(-DEAD_EVENTS), DEAD);
      }),
    evict: (excess, reason, newest) =>
      change(async (table) => {
        const keys: IDBValidKey[] = [];
        for (const priority of LOWEST_FIRST)
          if (keys.length < excess)
            keys.push(
              ...(await promisifyRequest(table.getAllKeys(eventsOf(priority), excess - keys.length))),
            );
        const refused = newest.map((row) => row.key).filter((key) => !keys.includes(key));
        if (keys.length < excess) keys.push(...refused.slice(keys.length - excess));
        return drop(table, keys as string[], reason);
      }),
    expire: (before) =>
      change(async (table) => {
        const keys: IDBValidKey[] = [];
        for (const priority of [0, 1, 2] as const) {
          const old = eventsOf(priority, keyFrom(priority, before));
          keys.push(...(await promisifyRequest(table.getAllKeys(old))));
        }
        return drop(table, keys as string[], 'expired');
      }),
    count: () => use('readonly', (table) => promisifyRequest(table.count(allEvents()))),
    pause: (since, until) => share(() => ({ pause: { since, until } })),
    leasedAt: () => use('readonly', async (table) => (await readShared(table)).lease?.at ?? 0),
    release: (owner) => share(({ lease }) => ({ lease: lease?.owner === owner ? undefined : lease })),
    report: (more, write) =>
      change(async (table) => {
        const shared = await readShared(table);
        const rows = write(addDrops(shared.drops, more));
        for (const { key, json, context } of rows) table.put([json, context] satisfies Value, key);
        table.put({ ...shared, drops: undefined }, SHARED);
        return rows;
      }),
    dead: () => use('readonly', async (table) => (await promisifyRequest(table.get(DEAD))) ?? []),
  };
}
