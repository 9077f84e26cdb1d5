// What must hold when everybody taps at once: two copies of the app over one PostgreSQL, 64 connections in all.
// After each storm the books are read from the database itself and compared with what callers were told.
import type { DefinitionInput, Draw } from '@fanfare/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postgresStore } from '../src/postgres/index.js';
import { createBackend, plain } from './backend.js';
import { inParallel } from './support/in-parallel.js';
import { type PostgresServer, run, startPostgres } from './support/postgres-server.js';

const PEOPLE = 1000;
const DRAWS_EACH = 5;
const STOCK = 100;
const CONNECTIONS = 64;

/** Half of the picks want the phone, and there are far fewer. */
const carnival = {
  ...plain,
  id: 'carnival',
  lottery: {
    prizes: [
      { id: 'phone', name: { '*': 'Phone' }, kind: 'goods', weight: 1, stock: STOCK },
      { id: 'luck', name: { '*': 'Good luck' }, kind: 'none', weight: 1 },
    ],
    chances: [
      { id: 'joined', fact: 'joined', chances: DRAWS_EACH },
      { id: 'ordered', fact: 'ordered', chances: 1, total: 3 },
    ],
  },
} satisfies DefinitionInput;

type Backend = Awaited<ReturnType<typeof createBackend>>;
let server: PostgresServer;
let url: string;
let copies: Backend[];

beforeAll(async () => {
  server = await startPostgres();
  url = await server.createDatabase();
  copies = await Promise.all(
    [1, 2].map(() => createBackend([carnival], { store: postgresStore(url, { size: CONNECTIONS / 2 }) })),
  );
});
afterAll(async () => {
  await Promise.all(copies?.map(({ store }) => store.close()) ?? []);
  await server?.stop();
});

const copyFor = (turn: number): Backend => copies[turn % copies.length]!;

async function one<Row>(sql: string, ...parameters: unknown[]): Promise<Row> {
  const [row] = await run(url, sql, parameters);
  return row;
}

describe('5,000 draws on a stock of 100', () => {
  const acked: Draw[] = [];

  test('are all answered', async () => {
    const tokens = await Promise.all(Array.from({ length: PEOPLE }, (_, n) => copyFor(0).member(`p${n}`)));
    const jobs = Array.from({ length: PEOPLE * DRAWS_EACH }, (_, turn) => async () => {
      // Neighbours in time are different people on different copies; each comes back four times.
      const response = await copyFor(turn).draw(tokens[turn % PEOPLE]!, `key-${turn}`, 'carnival');
      expect(response.status).toBe(200);
      acked.push((await response.json()).draw);
    });
    await inParallel(CONNECTIONS, jobs);
    expect(acked).toHaveLength(PEOPLE * DRAWS_EACH);
    const used = await one(
      `select count(*)::int as connections from pg_stat_activity
       where datname = current_database() and application_name = 'fanfare-server'`,
    );
    expect(used).toEqual({ connections: CONNECTIONS });
  });

  test('win exactly 100, and the stock balances', async () => {
    expect(acked.filter((draw) => draw.outcome === 'won')).toHaveLength(STOCK);
    expect(await one('select total::int, stock_left::int as left, awarded::int from fanfare.stock')).toEqual({
      total: STOCK,
      left: 0,
      awarded: STOCK,
    });
  });

  test('leave every answered draw and award in the database, none twice and none unanswered', async () => {
    const draws = await run(url, 'select id, outcome, prize, reward, receipt, nonce::int from fanfare.draws');
    const shown = acked.map(({ id, outcome, prize, reward, receipt, nonce }) => {
      return { id, outcome, prize, reward, receipt, nonce };
    });
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(draws.sort(byId)).toEqual(shown.sort(byId));
    expect(new Set(acked.map((draw) => draw.id)).size).toBe(acked.length);

    const rewards = await run(url, 'select id from fanfare.rewards');
    const awarded = acked.flatMap((draw) => draw.reward ?? []);
    expect(rewards.map((row) => row.id).sort()).toEqual(awarded.sort());
    expect(new Set(awarded).size).toBe(STOCK);
  });

  test('use every chance once, and number the draws of each person without a gap', async () => {
    const chances = await one(
      'select sum(granted)::int as granted, sum(used)::int as used, max(used)::int as most from fanfare.chances',
    );
    const total = PEOPLE * DRAWS_EACH;
    expect(chances).toEqual({ granted: total, used: total, most: DRAWS_EACH });
    const numbered = await run(
      url,
      `select distinct array_agg(nonce::int order by nonce) as nonces from fanfare.draws group by participant`,
    );
    expect(numbered).toEqual([{ nonces: [1, 2, 3, 4, 5] }]);
  });

  test('count in the sums that pages see', async () => {
    const live = await (await copyFor(1).get('/v1/activities/carnival/live')).json();
    expect(live.counters).toEqual({ participants: PEOPLE, draws: PEOPLE * DRAWS_EACH, awards: STOCK });
    expect(live.stock).toEqual([{ prize: 'phone', label: 'out' }]);
  });
});

describe('the same thing sent fifty times at once', () => {
  const FIFTY = 50;
  const fiftyTimes = <T>(work: (copy: Backend) => Promise<T>) =>
    Promise.all(Array.from({ length: FIFTY }, (_, turn) => work(copyFor(turn))));

  test('a key has one effect; every other answer is the same bytes, or 409 to try again', async () => {
    const statuses = new Set<number>();
    for (let round = 0; round < 10; round++) {
      const token = await copyFor(0).member(`same-${round}`);
      const answers = await fiftyTimes(async (copy) => {
        const response = await copy.draw(token, 'same-key', 'carnival');
        return { response, text: await response.text() };
      });
      const done = answers.filter(({ response }) => response.status === 200);
      const first = done.filter(({ response }) => !response.headers.has('Idempotency-Replayed'));
      expect(first).toHaveLength(1);
      expect(new Set(done.map(({ text }) => text)).size).toBe(1);
      for (const { response, text } of answers) {
        statuses.add(response.status);
        if (response.status === 200) continue;
        expect(JSON.parse(text)).toMatchObject({ status: 409, code: 'key_in_progress', retryable: true });
        expect(response.headers.get('Retry-After')).toBe('1');
      }
      const again = await copyFor(round).draw(token, 'same-key', 'carnival');
      expect(await again.text()).toBe(first[0]!.text);
      expect(
        await one(
          `select used::int, (select count(*)::int from fanfare.draws where participant = c.participant) as draws
           from fanfare.chances c where participant = $1`,
          `same-${round}`,
        ),
      ).toEqual({ used: 1, draws: 1 });
    }
    // Otherwise they never met, and nothing was tried.
    expect(statuses).toEqual(new Set([200, 409]));
  });

  test('a key that another transaction saves in between: the effect runs again and finds the answer', async () => {
    const owner = { activity: 'carnival', participant: 'twice' };
    const answer = { ...owner, route: 'r', key: 'k', fingerprint: 'f', status: 200, at: 1 };
    let runs = 0;
    const found = await copyFor(0).store.transaction(async (tx) => {
      runs++;
      await tx.foresee({ ...owner, route: 'r', key: 'k', lock: 'twice k', day: '2027-01-02' });
      const saved = await tx.savedAnswer(owner, 'r', 'k');
      if (saved) return saved.body;
      await copyFor(1).store.transaction((other) => other.saveAnswer({ ...answer, body: 'theirs' }));
      await tx.saveAnswer({ ...answer, body: 'ours' });
      return 'ours';
    });
    expect([runs, found]).toEqual([2, 'theirs']);
  });

  test('fifty keys with one chance left: one draw, the rest are told so', async () => {
    const token = await copyFor(0).member('greedy');
    for (let turn = 1; turn < DRAWS_EACH; turn++) await copyFor(turn).draw(token, `${turn}`, 'carnival');
    let key = 0;
    const answers = await fiftyTimes(async (copy) => {
      const response = await copy.draw(token, `greedy-${key++}`, 'carnival');
      return response.status === 200 ? 'drawn' : (await response.json()).code;
    });
    expect(answers.sort()).toEqual(['drawn', ...Array(FIFTY - 1).fill('no_chances')]);
  });

  test('a fact grants once', async () => {
    const fact = { id: 'order-1', participant: 'buyer', name: 'ordered', value: 990 };
    const answers = await fiftyTimes(async (copy) => (await copy.fact(fact, 'carnival')).json());
    const recorded = answers.filter(({ status }) => status === 'recorded');
    expect(recorded).toEqual([{ id: 'order-1', status: 'recorded', granted: { chances: 1 } }]);
    expect(answers.filter(({ status }) => status === 'duplicate')).toHaveLength(FIFTY - 1);
  });

  test('fifty facts under a rule that counts three grant three', async () => {
    let id = 0;
    await fiftyTimes((copy) =>
      copy.fact({ id: `many-${id++}`, participant: 'shopper', name: 'ordered' }, 'carnival'),
    );
    const shopper = await one('select granted::int from fanfare.chances where participant = $1', 'shopper');
    expect(shopper).toEqual({ granted: 3 });
  });

  test('a member who is seen for the first time joins once', async () => {
    const token = await copyFor(0).member('new');
    const answers = await fiftyTimes((copy) => copy.me(token, 'carnival'));
    expect(new Set(answers.map((me) => JSON.stringify(me))).size).toBe(1);
    expect(answers[0].sections.chances.granted).toBe(DRAWS_EACH);
  });

  test('a guest that signs in is linked once, to one of the members, with nothing doubled', async () => {
    const guest = await copyFor(0).guest({}, undefined, 'carnival');
    await copyFor(0).draw(guest.token, 'guest-draw', 'carnival');
    const members = await Promise.all(['left', 'right'].map((sub) => copyFor(0).member(sub)));
    let turn = 0;
    const answers = await fiftyTimes((copy) =>
      copy.guest({ secret: guest.secret }, members[turn++ % 2]!, 'carnival'),
    );
    expect(answers.filter(({ linked }) => linked)).toHaveLength(1);
    const used = await run(
      url,
      `select sum(used)::int as used, max(granted)::int as granted from fanfare.chances
       where participant in ('left', 'right', $1)`,
      [guest.me.participant.id],
    );
    expect(used).toEqual([{ used: 1, granted: DRAWS_EACH }]);
  });
});

test('a definition changed by two operators at once is saved by one of them', async () => {
  const statuses = await Promise.all(
    copies.map(async (copy, turn) => {
      const response = await copy.send('PUT', '/v1/admin/activities/carnival', {
        token: 'admin-key-0123456789',
        headers: { 'If-Match': '"1"' },
        body: { ...carnival, title: { '*': `Title ${turn}` } },
      });
      return response.status;
    }),
  );
  expect(statuses.sort()).toEqual([200, 412]);
});
