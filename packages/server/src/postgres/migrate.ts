// Brings the tables up to date. Several copies may start at once: kysely's migrator holds an advisory lock, so one
// copy migrates and the others wait and find nothing left to do.
import { Kysely, Migrator, PostgresDialect, type PostgresPool } from 'kysely';
import { migrations } from './migrations/index.js';
import { type PoolOptions, pgPool } from './pg-pool.js';
import type { ParsedSource } from './source.js';

/** Applies every migration that the database has not seen, all in one transaction. `pool` is of the source. */
export async function migrate(
  source: ParsedSource,
  pool: PostgresPool,
  { connectTimeout }: PoolOptions,
): Promise<void> {
  if (source.engine !== 'postgres') return migrateOver(pool);
  // An index over a large table takes longer than a request may, and so does waiting for the copy that builds it.
  const patient = await pgPool(source.url, { size: 2, connectTimeout, transactionTimeout: 0 });
  try {
    await migrateOver(patient);
  } finally {
    await patient.end();
  }
}

async function migrateOver(pool: PostgresPool): Promise<void> {
  const migrator = new Migrator({
    db: new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }),
    provider: { getMigrations: async () => migrations },
    migrationTableSchema: 'fanfare',
    migrationTableName: 'migrations',
    migrationLockTableName: 'migrations_lock',
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
