// Check-ins, points and the mall when everybody taps at once: two copies of the app over one PostgreSQL.
import type { DefinitionInput } from '@fanfare/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postgresStore } from '../src/postgres/index.js';
import { createBackend, plain } from './backend.js';
import { testStories } from './days.stories.js';
import { inParallel } from './support/in-parallel.js';
import { type PostgresServer, run, startPostgres } from './support/postgres-server.js';

const TAPS = 200;
const BUYERS = 1000;
const STOCK = 20;
const CONNECTIONS = 48;

const mall = {
  ...plain,
  id: 'mall',
  checkin: {
    lap_days: 7,
    points: 10,
    milestones: [{ day: 1, name: { '*': 'First' }, points: 5 }],
    make_up: { per_lap: 1 },
    groups: [{ id: 'a', channel: 'group-a', title: { '*': 'A' } }],
  },
  shop: { items: [{ id: 'mug', name: { '*': 'Mug' }, cost: 15, stock: STOCK, per_person: 1 }] },
} satisfies DefinitionInput;

type Backend = Awaited<ReturnType<typeof createBackend>>;
let server: PostgresServer;
let url: string;
let copies: Backend[];

beforeAll(async () => {
  server = await startPostgres();
  url = await server.createDatabase();
  copies = await Promise.all(
    [1, 2].map(() => createBackend([mall], { store: postgresStore(url, { size: CONNECTIONS / 2 }) })),
  );
});
afterAll(async () => {
  await Promise.all(copies?.map(({ store }) => store.close()) ?? []);
  await server?.stop();
});

testStories('PostgreSQL', async () => postgresStore(await server.createDatabase(), { size: 2 }));

const copyFor = (turn: number): Backend => copies[turn % copies.length]!;
const tap = (turn: number, token: string, key: string, body: object = {}) =>
  copyFor(turn).post('/v1/activities/mall/check-ins', { token, key, body });
const buy = (turn: number, token: string, key: string) =>
  copyFor(turn).post('/v1/activities/mall/shop/mug/exchange', { token, key });
const one = async (sql: string, ...parameters: unknown[]) => (await run(url, sql, parameters))[0];

/** The balance of everybody is the sum of the entries, and nobody is below 0. */
const BOOKS = `
  select count(*)::int as people,
    count(*) filter (where p.balance - p.owed <> coalesce(e.sum, 0) or p.balance < 0)::int as wrong
  from fanfare.points p left join (
    select participant, sum(change) from fanfare.point_entries where activity = 'mall' group by participant
  ) e using (participant) where p.activity = 'mall'`;

describe(`${TAPS} taps at once by one participant`, () => {
  test('are one check-in, whatever the keys; everybody else sees it done', async () => {
    const token = await copyFor(0).member('eager');
    const answers = await Promise.all(
      Array.from({ length: TAPS }, async (_, turn) => {
        const send = () => tap(turn, token, `eager-${turn}`, { channel: 'group-a' });
        let response = await send();
        // A busy machine may say that it has no connection left; the same key is sent again, as pages do.
        while (response.status === 503) response = await send();
        return { status: response.status, body: await response.json() };
      }),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const seen = new Set(
      answers.map(({ body }) => JSON.stringify([body.sections.checkin, body.sections.points])),
    );
    expect(seen.size).toBe(1);
    expect(
      await one(
        `select (select count(*)::int from fanfare.checkins) as days,
           (select count(*)::int from fanfare.point_entries) as entries,
           (select balance::int from fanfare.points) as balance,
           (select count(*)::int from fanfare.saved_answers) as answers,
           (select sum(total)::int from fanfare.checkin_counts where day = '') as members,
           (select sum(total)::int from fanfare.checkin_counts where day <> '') as done`,
      ),
    ).toEqual({ days: 1, entries: 2, balance: 15, answers: TAPS, members: 1, done: 1 });
  });

  test('with one key have one effect and one answer', async () => {
    const token = await copyFor(0).member('steady');
    const answers = await Promise.all(
      Array.from({ length: TAPS }, async (_, turn) => {
        const response = await tap(turn, token, 'steady');
        return { status: response.status, text: await response.text() };
      }),
    );
    const done = answers.filter(({ status }) => status === 200);
    expect(done.length).toBeGreaterThan(0);
    expect(new Set(done.map(({ text }) => text)).size).toBe(1);
    for (const { status, text } of answers)
      if (status !== 200) expect([status, JSON.parse(text).code]).toEqual([409, 'key_in_progress']);
    expect(await one(`select balance::int from fanfare.points where participant = 'steady'`)).toEqual({
      balance: 15,
    });
  });
});

describe(`${BUYERS} exchanges on a stock of ${STOCK}`, () => {
  const outcomes = new Map<string, number>();

  test(`give exactly ${STOCK}; whoever came too late keeps the points`, async () => {
    const tokens = await Promise.all(Array.from({ length: BUYERS }, (_, n) => copyFor(0).member(`b${n}`)));
    await inParallel(
      CONNECTIONS,
      tokens.map((token, turn) => async () => {
        expect((await tap(turn, token, 'tap')).status).toBe(200);
      }),
    );
    await inParallel(
      CONNECTIONS * 2,
      tokens.map((token, turn) => async () => {
        const response = await buy(turn, token, 'buy');
        const outcome = response.status === 200 ? 'given' : (await response.json()).code;
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }),
    );
    expect(Object.fromEntries(outcomes)).toEqual({ given: STOCK, sold_out: BUYERS - STOCK });
    expect(
      await one(
        `select stock_left::int as left, awarded::int,
           (select count(*)::int from fanfare.rewards where source = 'shop') as rewards,
           (select count(*)::int from fanfare.point_entries where reason = 'shop') as entries,
           (select count(*)::int from fanfare.points where participant like 'b%' and balance = 0) as spent,
           (select count(*)::int from fanfare.points where participant like 'b%' and balance = 15) as kept
         from fanfare.stock where prize = 'shop:mug'`,
      ),
    ).toEqual({
      left: 0,
      awarded: STOCK,
      rewards: STOCK,
      entries: STOCK,
      spent: STOCK,
      kept: BUYERS - STOCK,
    });
  });

  test('leave books that balance', async () => {
    expect(await one(BOOKS)).toEqual({ people: BUYERS + 2, wrong: 0 });
  });
});

test('fifty exchanges at once by one person with points for one: one is given', async () => {
  const stocked = {
    ...mall,
    id: 'mall',
    shop: { items: [{ ...mall.shop.items[0]!, stock: 100, per_person: 9 }] },
  };
  await copyFor(0).send('PUT', '/v1/admin/activities/mall', {
    token: 'admin-key-0123456789',
    headers: { 'If-Match': '"1"' },
    body: stocked,
  });
  const token = await copyFor(0).member('greedy');
  await tap(0, token, 'tap');
  const answers = await Promise.all(
    Array.from({ length: 50 }, async (_, turn) => {
      const response = await buy(turn, token, `greedy-${turn}`);
      return response.status === 200 ? 'given' : (await response.json()).code;
    }),
  );
  expect(answers.sort()).toEqual(['given', ...Array(49).fill('points_short')]);
  expect(await one(BOOKS)).toMatchObject({ wrong: 0 });
});

test('a sign-in in the middle of taps and exchanges of both sides doubles nothing', async () => {
  const guests = await Promise.all(Array.from({ length: 12 }, () => copyFor(0).guest({}, undefined, 'mall')));
  await Promise.all(
    guests.flatMap(({ token, secret }, n) => [
      tap(n, token, `guest-${n}`),
      copyFor(n)
        .member('union')
        .then((member) => tap(n, member, `union-${n}`)),
      buy(n, token, `guest-buy-${n}`),
      copyFor(n + 1)
        .member('union')
        .then((member) => copyFor(n + 1).guest({ secret }, member, 'mall')),
    ]),
  );
  expect(await one(BOOKS)).toMatchObject({ wrong: 0 });
  const union = await one(
    `select count(*)::int as days, (select count(*)::int from fanfare.point_entries
       where participant = 'union' and reason <> 'shop') as earned
     from fanfare.checkins where participant = 'union'`,
  );
  expect(union).toEqual({ days: 1, earned: 2 });
});
