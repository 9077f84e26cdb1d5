// A server that is killed with SIGKILL between a tap and its answer, in the middle of a check-in and of an
// exchange. After the restart the same key gives one effect: one day, its points once, one reward for one price.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { signToken } from './backend.js';
import type { Moment } from './support/armed-store.js';
import { type PostgresServer, run, startPostgres } from './support/postgres-server.js';
import { buildProgram, type Program, startProgram } from './support/program.js';

/** Statements from one life to the next: with 1 it takes a minute longer and says the same. */
const STEP = 3;

let file: string;
let server: PostgresServer;
let current: Program | undefined;

beforeAll(async () => {
  file = await buildProgram('doomed-server');
  server = await startPostgres();
});
afterEach(() => current?.kill());
afterAll(() => server?.stop());

/** Starts the server, doomed to die at `moment` of the request with the key `doomed-<moment>`. */
async function restart(database: string, moment: Moment | 'never'): Promise<void> {
  await current?.kill();
  current = await startProgram(file, {
    DATABASE: database,
    DOOMED_KEY: `doomed-${moment}`,
    DOOMED_AT: String(moment),
  });
}

/** A request of the person `name`; null when the server died over it. */
async function send(path: string, name: Moment | 'never', key: string, body: object = {}) {
  const now = Date.now() / 1000;
  const token = await signToken({ sub: `person-${name}`, aud: 'demo', iat: now, exp: now + 3600 });
  const request = fetch(`${current!.said}/v1/activities/plain${path}`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
    },
    body: JSON.stringify(body),
  });
  const response = await request.catch(() => null);
  return response && { status: response.status, headers: response.headers, text: await response.text() };
}

const tap = (name: Moment | 'never', key: string) => send('/check-ins', name, key, { channel: 'group-a' });
const buy = (name: Moment | 'never', key: string) => send('/shop/mug/exchange', name, key);

/** What a page does: the same request again until it is answered for good. */
async function untilAnswered(request: () => ReturnType<typeof send>) {
  for (let left = 20; left > 0; left--) {
    const answer = await request();
    if (answer && answer.status !== 409 && answer.status !== 503) return answer;
    await sleep(100);
  }
  throw new Error('The request was never answered.');
}

/** Lets the server die at every moment of `request`, each time over another person; `prepare` runs in peace. */
async function dieEverywhere(
  database: string,
  request: (name: Moment, key: string) => ReturnType<typeof send>,
  prepare: (name: Moment) => Promise<unknown> = async () => {},
): Promise<Moment[]> {
  const moments: Moment[] = [];
  const dieAt = async (moment: Moment): Promise<boolean> => {
    await restart(database, moment);
    await prepare(moment);
    const answer = await request(moment, `doomed-${moment}`);
    moments.push(moment);
    if (answer?.status === 200) return false;
    expect(await current!.ended).toBe('SIGKILL');
    return true;
  };
  for (const moment of ['during-commit', 'after-commit'] as const) await dieAt(moment);
  for (let statement = 1; await dieAt(statement); statement += STEP);
  await restart(database, 'never');
  return moments;
}

async function expectOneAnswer(request: (key: string) => ReturnType<typeof send>, moment: Moment) {
  const answer = await untilAnswered(() => request(`doomed-${moment}`));
  expect(answer.status).toBe(200);
  if (moment === 'after-commit') expect(answer.headers.get('Idempotency-Replayed')).toBe('true');
  const again = await untilAnswered(() => request(`doomed-${moment}`));
  expect(again.text).toBe(answer.text);
  return JSON.parse(answer.text).sections;
}

test('a check-in: one day, its points and its milestone once', async () => {
  const database = await server.createDatabase();
  const moments = await dieEverywhere(database, tap);
  expect(moments.length).toBeGreaterThan(6);
  for (const moment of moments) {
    const { checkin, points } = await expectOneAnswer((key) => tap(moment, key), moment);
    expect([checkin.days.length, points.balance]).toEqual([1, 15]);
    expect((await tap(moment, 'another-key'))?.status).toBe(200);
  }
  const [sums] = await run(
    database,
    `select count(*)::int as days, (select count(*)::int from fanfare.point_entries) as entries,
       (select sum(balance)::int from fanfare.points) as balance,
       (select sum(total)::int from fanfare.checkin_counts where day = '') as members,
       (select sum(total)::int from fanfare.checkin_counts where day <> '') as done
     from fanfare.checkins`,
  );
  const people = moments.length;
  expect(sums).toEqual({
    days: people,
    entries: 2 * people,
    balance: 15 * people,
    members: people,
    done: people,
  });
});

test('an exchange: one reward for one price', async () => {
  const database = await server.createDatabase();
  const moments = await dieEverywhere(database, buy, (name) => tap(name, 'tap'));
  expect(moments.length).toBeGreaterThan(6);
  for (const moment of moments) {
    const { points, rewards } = await expectOneAnswer((key) => buy(moment, key), moment);
    expect([points.balance, rewards.items.length]).toEqual([0, 1]);
  }
  const [sums] = await run(
    database,
    `select awarded::int, (select count(*)::int from fanfare.rewards) as rewards,
       (select sum(balance)::int from fanfare.points) as balance
     from fanfare.stock where prize = 'shop:mug'`,
  );
  expect(sums).toEqual({ awarded: moments.length, rewards: moments.length, balance: 0 });
});
