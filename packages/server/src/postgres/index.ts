// The SQL store: PGlite for one copy with no set-up, PostgreSQL for many copies over one database.
import { type Store, StoreUnavailable } from '../store.js';
import { openPool } from './engine.js';
import { translate } from './failures.js';
import { migrate } from './migrate.js';
import type { PoolOptions } from './pg-pool.js';
import { createSlots } from './slots.js';
import { type DatabaseSource, parseSource } from './source.js';
import { type Ground, snapshot, transact } from './transact.js';

export type { PoolOptions } from './pg-pool.js';
export type { DatabaseSource } from './source.js';

/**
 * A store over PostgreSQL (`postgres://...`), over an embedded PGlite (a folder, or `memory://`), or over a PGlite
 * instance of yours, which nobody else may query meanwhile and which `close()` leaves open. Opens and migrates at
 * the first use; the tables live in a schema of their own, `fanfare`.
 */
export function postgresStore(source: DatabaseSource, options: PoolOptions = {}): Store {
  const parsed = parseSource(source);
  const running = new Set<Promise<unknown>>();
  let opening: Promise<Ground> | undefined;
  let isClosed = false;

  // A failed opening is forgotten, so that the next call tries again.
  const open = (): Promise<Ground> => {
    opening ??= connect().catch((error) => {
      opening = undefined;
      throw translate(error);
    });
    return opening;
  };

  async function connect(): Promise<Ground> {
    const pool = await openPool(parsed, options);
    try {
      await migrate(parsed, pool, options);
    } catch (error) {
      await pool.end();
      throw error;
    }
    return { pool, slots: createSlots() };
  }

  async function use<T>(work: (ground: Ground) => Promise<T>): Promise<T> {
    if (isClosed) throw new StoreUnavailable('[fanfare/server] the store is closed.');
    const run = open().then(work);
    const settled = run.then(
      () => {},
      () => {},
    );
    running.add(settled);
    settled.then(() => running.delete(settled));
    return run;
  }

  return {
    ready: () =>
      use(async ({ pool }) => {
        const client = await pool.connect().catch((error) => {
          throw translate(error);
        });
        try {
          await client.query('select 1', []);
        } catch (error) {
          throw translate(error);
        } finally {
          client.release();
        }
      }),
    read: (work) => use((ground) => snapshot(ground, work)),
    transaction: (work) => use((ground) => transact(ground, work)),
    async close() {
      isClosed = true;
      await Promise.all(running);
      const opened = await opening?.catch(() => undefined);
      opening = undefined;
      await opened?.pool.end();
    },
  };
}
