// The table that all tabs share, and the one thing done with it before anything is sent: adding events.
import type { OpenWorld } from '@fanfare/core/environment';
import { openTable } from '@fanfare/core/storage';
import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { Row } from '../event/row.js';
import { PATIENCE_MS } from '../limits.js';
import { within } from '../within.js';

/** How an event stands in the table, under its key. */
export type Value = [json: string, context: string];

export interface Database {
  use: UseStore;
  /** One transaction, handed over within the task that calls: a page may die right after. */
  append(rows: Iterable<Row>): Promise<void>;
  /** Whether events of any page wait. */
  isEmpty(): Promise<boolean>;
  /** Nothing is read or written before. */
  open(): void;
  /** Removes the database; closed until `open`. */
  wipe(): void;
}

export function createDatabase(name: string, world: Pick<OpenWorld, 'after'>): Database {
  const table = openTable(name);
  let isOpen = false;
  const use: UseStore = async (mode, work) => {
    if (!isOpen) throw new Error('no consent');
    // It may neither open nor fail.
    return within(table(mode, work), PATIENCE_MS, world);
  };
  return {
    use,
    append: (rows) =>
      use('readwrite', (store) => {
        for (const { key, json, context } of rows) store.put([json, context] satisfies Value, key);
        // Without waiting for a turn of its own, where the browser lets us.
        if (store.transaction.commit) store.transaction.commit();
        return promisifyRequest(store.transaction);
      }),
    // Keys of events begin with 0, 1 or 2; all others sort behind them.
    isEmpty: () =>
      use('readonly', async (store) => !(await promisifyRequest(store.count(IDBKeyRange.upperBound('3'))))),
    open() {
      isOpen = true;
    },
    wipe() {
      isOpen = false;
      try {
        indexedDB.deleteDatabase(name);
      } catch {
        // Then there is none.
      }
    },
  };
}
