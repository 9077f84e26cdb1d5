// The pool of real PostgreSQL connections. A connection that dies, idle or in use, is dropped and replaced; what
// the caller sees is a failed query, never an error event that ends the process.
import type { PostgresPool } from 'kysely';
import { createClient } from './client.js';
import { copyIn, isCopy } from './copy.js';
import { INT8, parseInteger } from './integer.js';
import { createStatementNames } from './statement-names.js';

/** How one copy of the server talks to PostgreSQL. PGlite has no use for these. */
export interface PoolOptions {
  /** Most connections this copy holds at once. @default 10 */
  size?: number;
  /** Milliseconds to wait for a connection (a new one, or a free one) before the app answers 503. @default 5000 */
  connectTimeout?: number;
  /**
   * Milliseconds after which PostgreSQL gives up a statement, or a transaction that nobody continues, so that a
   * copy that vanished does not hold its locks. 0 for never, and for poolers that refuse such settings.
   * @default 15000
   */
  transactionTimeout?: number;
  /** Whether statements are prepared once a connection. Off for poolers that hand a connection on in between. @default true */
  prepare?: boolean;
}

/** Opens a pool; `pg` is loaded here and not before. */
export async function pgPool(url: string, options: PoolOptions = {}): Promise<PostgresPool> {
  const { default: pg } = await import('pg');
  const timeout = options.transactionTimeout ?? 15_000;
  const pool = new pg.Pool({
    connectionString: url,
    max: options.size ?? 10,
    connectionTimeoutMillis: options.connectTimeout ?? 5_000,
    statement_timeout: timeout,
    idle_in_transaction_session_timeout: timeout,
    application_name: 'fanfare-server',
    keepAlive: true,
    types: {
      getTypeParser: (oid: number, format?: string) =>
        oid === INT8 && format !== 'binary' ? parseInteger : pg.types.getTypeParser(oid, format as 'text'),
    },
  });
  const nameOf = options.prepare === false ? () => undefined : createStatementNames();
  const ignore = () => {};
  pool.on('error', ignore);
  // The pool listens to idle connections only; one that dies between two queries would be an uncaught error.
  pool.on('connect', (client) => client.on('error', ignore));

  return {
    async connect() {
      const client = await pool.connect();
      return createClient(
        (sql, parameters) =>
          isCopy(sql)
            ? copyIn(client, sql, String(parameters[0]))
            : client.query({
                text: sql,
                values: parameters,
                name: parameters.length ? nameOf(sql) : undefined,
              }),
        () => client.release(),
      );
    },
    end: () => pool.end(),
  };
}
