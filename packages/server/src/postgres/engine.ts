// Opens the engine that a source needs, and loads no other.
import type { PostgresPool } from 'kysely';
import { type PoolOptions, pgPool } from './pg-pool.js';
import { pglitePool } from './pglite-pool.js';
import type { ParsedSource } from './source.js';

/** A pool of connections to whatever the source names. Ending it ends all that was opened here. */
export async function openPool(source: ParsedSource, options?: PoolOptions): Promise<PostgresPool> {
  if (source.engine === 'postgres') return pgPool(source.url, options);
  if (source.engine === 'instance') return pglitePool(source.lite, async () => {});

  const { PGlite } = await import('@electric-sql/pglite');
  if (source.folder.startsWith('memory://')) {
    const lite = await PGlite.create();
    return pglitePool(lite, () => lite.close());
  }
  const [{ mkdir }, { lockFolder }] = await Promise.all([
    import('node:fs/promises'),
    import('./folder-lock.js'),
  ]);
  await mkdir(source.folder, { recursive: true });
  const unlock = await lockFolder(source.folder);
  try {
    const lite = await PGlite.create(source.folder);
    return pglitePool(lite, () => lite.close().finally(unlock));
  } catch (error) {
    await unlock();
    throw error;
  }
}
