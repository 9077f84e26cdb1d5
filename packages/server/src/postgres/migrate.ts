// Brings the tables up to date. Several copies may start at once: kysely's migrator holds an advisory lock, so one
// copy migrates and the others find nothing left to do.
import { type Kysely, Migrator } from 'kysely';
import { migrations } from './migrations/index.js';
import type { Tables } from './tables.js';

/** Applies every migration that the database has not seen, all in one transaction. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableSchema: 'fanfare',
    migrationTableName: 'migrations',
    migrationLockTableName: 'migrations_lock',
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
