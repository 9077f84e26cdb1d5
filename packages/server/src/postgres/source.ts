// What `postgresStore` was given, told apart without loading any engine.
import type { PGlite } from '@electric-sql/pglite';

/** A `postgres://` URL, a folder or `memory://` for an embedded PGlite, or a PGlite instance of yours. */
export type DatabaseSource = string | PGlite;

/** The same, named by the engine it needs. */
export type ParsedSource =
  | { engine: 'postgres'; url: string }
  | { engine: 'pglite'; folder: string }
  | { engine: 'instance'; lite: PGlite };

/** Tells a source's engine; a URL of another database is refused here rather than taken for a folder's name. */
export function parseSource(source: DatabaseSource): ParsedSource {
  if (typeof source !== 'string') return { engine: 'instance', lite: source };
  if (/^postgres(ql)?:\/\//.test(source)) return { engine: 'postgres', url: source };
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(source)?.[1];
  if (source === '' || (scheme && scheme !== 'memory' && scheme !== 'file')) {
    throw new TypeError(
      `[fanfare/server] the database expected a postgres:// URL, a folder, memory:// or a PGlite instance, got "${scheme ? `${scheme}://` : source}". Set DATABASE_URL or the source accordingly.`,
    );
  }
  return { engine: 'pglite', folder: source.replace(/^file:\/\//, '') };
}
