// A connection as kysely wants it, over either engine's `query`.
import type { PostgresPoolClient } from 'kysely';

/** What a driver answers to a query. */
export interface Answer {
  command: string;
  rowCount: number | null;
  rows: Record<string, unknown>[];
}

/**
 * PostgreSQL answers the commit of a failed transaction with a rollback and calls that a success. Whoever caught
 * the error of a statement and went on would believe that everything was stored: here such a commit throws.
 */
export function createClient(
  send: (sql: string, parameters: unknown[]) => Promise<Answer>,
  release: () => void,
): PostgresPoolClient {
  let failure: unknown = null;

  const query = async (sql: string, parameters: readonly unknown[]) => {
    if (/^(begin|start transaction)/.test(sql)) failure = null;
    if (sql === 'commit' && failure !== null) {
      throw new Error('[fanfare/server] a statement of this transaction failed; nothing is stored.', {
        cause: failure,
      });
    }
    try {
      return await send(sql, [...parameters]);
    } catch (error) {
      failure = error;
      throw error;
    }
  };
  // kysely also declares a cursor form of `query`, which needs a cursor class that this dialect is never given.
  return { query: query as unknown as PostgresPoolClient['query'], release };
}
