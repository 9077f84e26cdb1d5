// A migration that is tried out changes nothing, and finds what would fail in earnest.
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresStore } from '../src/postgres/index.js';
import { tryMigrations } from '../src/postgres/migration-plan.js';
import { migrations } from '../src/postgres/migrations/index.js';

const NAMES = Object.keys(migrations).sort();

describe('a dry run', () => {
  let opening: Promise<PGlite>;
  beforeAll(async () => {
    opening = PGlite.create();
    await opening;
  }, 60_000);
  afterAll(async () => (await opening).close());
  const schemas = async () =>
    (await (await opening).query<{ nspname: string }>('select nspname from pg_namespace')).rows.map(
      ({ nspname }) => nspname,
    );

  it('of a new database runs everything and leaves nothing', async () => {
    expect(await tryMigrations(await opening)).toEqual({ applied: [], pending: NAMES });
    expect(await schemas()).not.toContain('fanfare');
  });

  it('fails where the migration would, and leaves nothing either', async () => {
    const lite = await opening;
    await lite.exec('create schema fanfare; create table fanfare.activities (id text)');
    await expect(tryMigrations(lite)).rejects.toThrow('"activities" already exists');
    expect((await lite.query('select * from fanfare.activities')).rows).toEqual([]);
    await lite.exec('drop schema fanfare cascade');
  });

  it('of a database that is up to date finds nothing to do', async () => {
    const store = postgresStore(await opening);
    await store.ready();
    await store.close();
    expect(await tryMigrations(await opening)).toEqual({ applied: NAMES, pending: [] });
  });
});
