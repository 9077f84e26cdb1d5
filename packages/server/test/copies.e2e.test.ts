// Three copies of the command behind a balancer, over one PostgreSQL. One is killed under load and another one comes:
// no draw is lost, none has two effects, and nothing is oversold.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedDefinition } from '../src/index.js';
import { postgresStore } from '../src/postgres/index.js';
import { HOST_SECRET, keys, plain, signToken } from './backend.js';
import { type Balancer, startBalancer } from './support/balancer.js';
import { inParallel } from './support/in-parallel.js';
import { type PostgresServer, startPostgres } from './support/postgres-server.js';

const BIN = fileURLToPath(new URL('../dist/bin.js', import.meta.url));
const STOCK = 150;
const PEOPLE = 20;
const DRAWS = 600;

let postgres: PostgresServer;
let database: string;
let balancer: Balancer;
const running = new Set<ChildProcess>();

const isFull = !!process.env.FANFARE_FULL;
beforeAll(async () => {
  if (!isFull) return;
  postgres = await startPostgres();
  database = await postgres.createDatabase();
  const store = postgresStore(database);
  const prizes = [
    { id: 'cup', name: { '*': 'Cup' }, kind: 'goods' as const, weight: 1, stock: STOCK },
    { id: 'luck', name: { '*': 'Luck' }, kind: 'none' as const, weight: 1 },
  ];
  const chances = [{ id: 'joined', fact: 'joined', chances: 1000 }];
  const schedule = { start_at: '2020-01-01T00:00:00Z', end_at: '2099-01-01T00:00:00Z' };
  await seedDefinition(store, { ...plain, schedule, lottery: { prizes, chances } });
  await store.close();
}, 120_000);
afterAll(async () => {
  for (const process of running) process.kill('SIGKILL');
  await balancer?.close();
  await postgres?.stop();
}, 60_000);

async function startCopy() {
  const copy = spawn(process.execPath, [BIN, '--port', '0', '--host', '127.0.0.1'], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: database,
      FANFARE_PARTICIPANT_KEY: HOST_SECRET,
      FANFARE_GUEST_KEY: keys.guest,
      FANFARE_HOST_KEY: keys.host[0]!.key,
      FANFARE_ADMIN_KEY: keys.admin[0]!.key,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(copy);
  const lines = createInterface({ input: copy.stdout! });
  const url = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const entry = JSON.parse(line);
      if (entry.event === 'listening') resolve(entry.url);
    });
    copy.once('exit', () => reject(new Error('a copy ended before it listened')));
  });
  return {
    url,
    async kill() {
      copy.kill('SIGKILL');
      await once(copy, 'exit');
      running.delete(copy);
    },
  };
}

it.runIf(isFull)(
  'a copy that is killed under load costs nobody a draw',
  async () => {
    const copies = [await startCopy(), await startCopy(), await startCopy()];
    balancer = await startBalancer(copies.map(({ url }) => url));
    const at = Math.floor(Date.now() / 1000);
    const tokens = await Promise.all(
      Array.from({ length: PEOPLE }, (_, n) => signToken({ sub: `p${n}`, aud: 'demo', exp: at + 3600 })),
    );
    const keysOfDraws = Array.from({ length: DRAWS }, (_, n) => `key-${n}`);
    const answers = new Map<string, string>();
    let repeats = 0;

    /** As a page does it: the same key again until there is an answer. */
    const draw = async (key: string, n: number): Promise<string> => {
      for (let attempt = 0; attempt < 60; attempt++) {
        const response = await fetch(`${balancer.url}/v1/activities/plain/draws`, {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json',
            Authorization: `Bearer ${tokens[n % PEOPLE]}`,
            'Idempotency-Key': key,
          },
          body: JSON.stringify({ client_seed: key }),
        }).catch(() => undefined);
        if (response?.status === 200) return response.text();
        repeats++;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`${key} had no answer`);
    };

    let killed: Promise<unknown> | undefined;
    let joined: Promise<unknown> | undefined;
    await inParallel(
      24,
      keysOfDraws.map((key, n) => async () => {
        answers.set(key, await draw(key, n));
        if (answers.size >= DRAWS / 3) killed ??= copies[1]!.kill();
        if (answers.size >= DRAWS / 2) joined ??= startCopy().then(({ url }) => balancer.add(url));
      }),
    );
    await Promise.all([killed, joined]);
    expect(killed).toBeDefined();

    const drawn = [...answers.values()].map((body) => JSON.parse(body).draw);
    expect(new Set(drawn.map(({ id }) => id)).size).toBe(DRAWS);
    const won = drawn.filter(({ outcome }) => outcome === 'won');
    expect(won.length).toBe(STOCK);
    for (const [n, key] of keysOfDraws.entries()) expect(await draw(key, n)).toBe(answers.get(key));

    const store = postgresStore(database);
    const stored = await store.read(async (reader) => ({
      counters: await reader.counters('plain'),
      stock: await reader.stock('plain'),
      used: await Promise.all(
        tokens.map(async (_, n) => (await reader.chances({ activity: 'plain', participant: `p${n}` })).used),
      ),
    }));
    await store.close();
    expect(stored.counters).toEqual({ participants: PEOPLE, draws: DRAWS, awards: STOCK });
    expect(stored.stock).toEqual([{ prize: 'cup', total: STOCK, left: 0, awarded: STOCK }]);
    expect(new Set(stored.used)).toEqual(new Set([DRAWS / PEOPLE]));
    console.log(`${DRAWS} draws, one of three copies killed: 0 lost, 0 double, ${repeats} requests repeated`);
  },
  300_000,
);
