// The store that lives in memory: for tests, demos in the page and rehearsals.
import type { Store } from '../store.js';
import { createReader } from './reader.js';
import type { Journal } from './table.js';
import { createTables, type Tables } from './tables.js';
import { createTransaction } from './transaction.js';

/** All rows of a memory store at one moment. Plain data; the store never changes it. */
export type MemorySnapshot = { readonly [Name in keyof Tables]: ReturnType<Tables[Name]['entries']> };

/** A store in memory that can be set back to an earlier moment. */
export interface MemoryStore extends Store {
  /** Everything that is stored, once running transactions have ended. */
  snapshot(): Promise<MemorySnapshot>;
  /** Sets the store back to a snapshot. */
  restore(snapshot: MemorySnapshot): Promise<void>;
}

/** Creates an empty store. Transactions run one after another and roll back whole when they throw. */
export function memoryStore(): MemoryStore {
  const journal: Journal = [];
  const tables = createTables(journal);
  const reader = createReader(tables);
  const transaction = createTransaction(tables);
  let last: Promise<unknown> = Promise.resolve();

  const alone = <T>(work: () => Promise<T> | T): Promise<T> => {
    const result = last.then(work);
    last = result.catch(() => {});
    return result;
  };

  return {
    ready: async () => {},
    read: (work) => alone(() => work(reader)),
    transaction: (work) =>
      alone(async () => {
        try {
          return await work(transaction);
        } catch (error) {
          for (const undo of journal.reverse()) undo();
          throw error;
        } finally {
          journal.length = 0;
        }
      }),
    close: () => alone(() => {}),
    snapshot: () =>
      alone(
        () =>
          Object.fromEntries(
            Object.entries(tables).map(([name, table]) => [name, table.entries()]),
          ) as unknown as MemorySnapshot,
      ),
    restore: (snapshot) =>
      alone(() => {
        for (const [name, table] of Object.entries(tables))
          (table as { load(rows: unknown): void }).load(snapshot[name as keyof Tables]);
      }),
  };
}
