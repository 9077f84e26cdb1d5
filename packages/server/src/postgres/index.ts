// The SQL store: PGlite for one copy with no set-up, PostgreSQL for many copies over one database.
import { Kysely, PostgresDialect, type PostgresPool, sql } from 'kysely';
import { type Store, StoreUnavailable } from '../store.js';
import { openPool } from './engine.js';
import { translate } from './failures.js';
import { migrate } from './migrate.js';
import type { PoolOptions } from './pg-pool.js';
import { type DatabaseSource, parseSource } from './source.js';
import type { Tables } from './tables.js';
import { snapshot, transact } from './transact.js';
import { createReader, createTransaction } from './transaction.js';

export type { PoolOptions } from './pg-pool.js';
export type { DatabaseSource } from './source.js';

interface Opened {
  db: Kysely<Tables>;
  pool: PostgresPool;
}

/**
 * A store over PostgreSQL (`postgres://...`), over an embedded PGlite (a folder, or `memory://`), or over a PGlite
 * instance of yours, which nobody else may query meanwhile and which `close()` leaves open. Opens and migrates at
 * the first use; the tables live in a schema of their own, `fanfare`.
 */
export function postgresStore(source: DatabaseSource, options: PoolOptions = {}): Store {
  const parsed = parseSource(source);
  const running = new Set<Promise<unknown>>();
  let opening: Promise<Opened> | undefined;
  let isClosed = false;

  // A failed opening is forgotten, so that the next call tries again.
  const open = (): Promise<Opened> => {
    opening ??= connect().catch((error) => {
      opening = undefined;
      throw translate(error);
    });
    return opening;
  };

  async function connect(): Promise<Opened> {
    const pool = await openPool(parsed, options);
    try {
      await migrate(parsed, pool, options);
    } catch (error) {
      await pool.end();
      throw error;
    }
    return { db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), pool };
  }

  async function use<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    if (isClosed) throw new StoreUnavailable('[fanfare/server] the store is closed.');
    const run = open().then(({ db }) => work(db));
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
      use(async (db) => {
        await sql`select 1`.execute(db).catch((error) => {
          throw translate(error);
        });
      }),
    read: (work) => use((db) => snapshot(db, (trx) => work(createReader(trx)))),
    transaction: (work) => use((db) => transact(db, (trx) => work(createTransaction(trx)))),
    async close() {
      isClosed = true;
      await Promise.all(running);
      const opened = await opening?.catch(() => undefined);
      opening = undefined;
      await opened?.pool.end();
    },
  };
}
