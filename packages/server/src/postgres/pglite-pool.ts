// PGlite behind the few methods of a pg Pool that kysely calls. PGlite is one connection, so it is handed out to
// one transaction at a time, in the order of asking: a queue in which nobody is overtaken.
import type { PGlite } from '@electric-sql/pglite';
import type { PostgresPool } from 'kysely';
import { createClient } from './client.js';
import { isCopy } from './copy.js';
import { INT8, parseInteger } from './integer.js';

const parsers = { [INT8]: parseInteger };

/** Wraps a PGlite; `end` waits for everybody in the queue, then calls `close`. */
export function pglitePool(lite: PGlite, close: () => Promise<void>): PostgresPool {
  let tail: Promise<void> = Promise.resolve();

  const takeTurn = async (): Promise<() => void> => {
    const before = tail;
    let free = () => {};
    tail = new Promise((resolve) => {
      free = resolve;
    });
    await before;
    return free;
  };

  const send = async (sql: string, parameters: unknown[]) => {
    const result = await (isCopy(sql)
      ? lite.query<Record<string, unknown>>(sql.replace(/ stdin$/, " '/dev/blob'"), [], {
          blob: new Blob([String(parameters[0])]),
        })
      : lite.query<Record<string, unknown>>(sql, parameters, { parsers }));
    const command = /^\s*(\w+)/.exec(sql)?.[1]?.toUpperCase() ?? '';
    return { command, rowCount: result.affectedRows ?? result.rows.length, rows: result.rows };
  };

  return {
    connect: async () => createClient(send, await takeTurn()),
    async end() {
      await takeTurn();
      await close();
    },
  };
}
