// What a migration would do, tried out and taken back.
import { Kysely, type Migration, Migrator, PostgresDialect, sql } from 'kysely';
import { openPool } from './engine.js';
import { migrations } from './migrations/index.js';
import { type DatabaseSource, parseSource } from './source.js';

/** Which migrations a database has seen, and which it has not. */
export interface MigrationPlan {
  applied: string[];
  pending: string[];
}

class TakeBack extends Error {}

/**
 * Runs what is pending in one transaction and takes it back: what fails here would fail in earnest. It takes the same
 * locks for as long, so on a busy database try it on a restored backup. A new database is left as it was, too.
 */
export async function tryMigrations(source: DatabaseSource): Promise<MigrationPlan> {
  const pool = await openPool(parseSource(source), { size: 1, transactionTimeout: 0 });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => migrations },
      migrationTableSchema: 'fanfare',
      migrationTableName: 'migrations',
      migrationLockTableName: 'migrations_lock',
    });
    const known = await migrator.getMigrations();
    const namesOf = (isApplied: boolean) =>
      known.filter(({ executedAt }) => !!executedAt === isApplied).map(({ name }) => name);
    const pending = namesOf(false);
    await tryOut(db, pending);
    return { applied: namesOf(true), pending };
  } finally {
    await pool.end();
  }
}

async function tryOut(db: Kysely<unknown>, names: readonly string[]): Promise<void> {
  const attempt = db.transaction().execute(async (trx) => {
    await sql`create schema if not exists fanfare`.execute(trx);
    for (const name of names) await (migrations[name] as Migration).up(trx);
    throw new TakeBack();
  });
  await attempt.catch((error) => {
    if (!(error instanceof TakeBack)) throw error;
  });
}
