// Inviting when everybody taps at once: two copies of the app over one PostgreSQL, 64 connections in all.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postgresStore } from '../src/postgres/index.js';
import { createInviteBackend, inviting } from './invite.backend.js';
import { type PostgresServer, run, startPostgres } from './support/postgres-server.js';

const CROWD = 1000;
const QUOTA = 20;
const CONNECTIONS = 64;

const name = (text: string) => ({ '*': text });
const definition = inviting(
  {
    qualify: undefined,
    tiers: [
      { id: 'first', friends: 1, name: name('First'), kind: 'goods', quota: QUOTA, cost: 500 },
      { id: 'cash', friends: 1, name: name('Cash'), kind: 'cash', envelope: { total: 3000, count: 30 } },
    ],
    steps: [],
  },
  { pool: 2500 },
);

type Backend = Awaited<ReturnType<typeof createInviteBackend>>;
let server: PostgresServer;
let url: string;
let copies: Backend[];
const copyFor = (turn: number): Backend => copies[turn % copies.length]!;

async function one<Row>(sql: string, ...parameters: unknown[]): Promise<Row> {
  const [row] = await run(url, sql, parameters);
  return row;
}

beforeAll(async () => {
  server = await startPostgres();
  url = await server.createDatabase();
  const open = () =>
    createInviteBackend([definition], { store: postgresStore(url, { size: CONNECTIONS / 2 }) });
  copies = [await open(), await open()];
});
afterAll(async () => {
  await Promise.all(copies?.map(({ store }) => store.close()) ?? []);
  await server?.stop();
});

/** What a page does: the same request again while the server says so. */
async function untilAnswered(tap: () => Promise<Response>) {
  for (let left = 50; left > 0; left--) {
    const response = await tap();
    const body = await response.json();
    if (response.status === 200) return 'done';
    if (!body.retryable) return body.code as string;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('never answered');
}

const counted = (answers: readonly string[]) => {
  const counts: Record<string, number> = {};
  for (const answer of answers) counts[answer] = (counts[answer] ?? 0) + 1;
  return counts;
};

describe(`${CROWD} people with a friend each`, () => {
  const tokens: string[] = [];

  test('are there', async () => {
    for (let n = 0; n < CROWD; n++) tokens.push(await copyFor(0).member(`p${n}`));
    await run(
      url,
      `insert into fanfare.participants
         (activity, id, kind, invite_code, seen_version, revisions, joined_at)
       select 'plain', kind || n, 'member', kind || n, 0, '{}', 0
       from generate_series(0, $1 - 1) as n, unnest(array['p', 'f']) as kind`,
      [CROWD],
    );
    await run(
      url,
      `insert into fanfare.invites (activity, friend, id, inviter, code, state, at)
       select 'plain', 'f' || n, 'i' || n, 'p' || n, 'p' || n, 'valid', 0 from generate_series(0, $1 - 1) as n`,
      [CROWD],
    );
  });

  test(`claim a quota of ${QUOTA} all at once: exactly ${QUOTA} get it, all others are told`, async () => {
    const answers = await Promise.all(
      tokens.map((token, n) =>
        untilAnswered(() => copyFor(n).claimTier({ token }, 'first', { key: 'first' })),
      ),
    );
    expect(counted(answers)).toEqual({ done: QUOTA, sold_out: CROWD - QUOTA });
    expect(
      await one(
        `select stock_left::int as left, awarded::int,
           (select count(*)::int from fanfare.tier_claims where tier = 'first') as claims,
           (select count(*)::int from fanfare.rewards where prize = 'first') as rewards,
           (select sum(amount)::int from fanfare.transfers where state = 'pending') as reserved
         from fanfare.stock where prize = 'tier:first'`,
      ),
    ).toEqual({ left: 0, awarded: QUOTA, claims: QUOTA, rewards: QUOTA, reserved: QUOTA * 500 });
  });

  test('open red envelopes all at once: none twice, no more than the pool has', async () => {
    const answers = await Promise.all(
      tokens.map((token, n) => untilAnswered(() => copyFor(n).claimTier({ token }, 'cash', { key: 'cash' }))),
    );
    const { done = 0, ...others } = counted(answers);
    expect(Object.keys(others)).toEqual(['sold_out']);
    const books = await one<Record<string, number>>(
      `select
         (select sum(amount)::int from fanfare.envelopes) as total,
         (select count(*)::int from fanfare.envelopes where is_open) as opened,
         (select sum(amount)::int from fanfare.envelopes where is_open) as paid,
         (select min(amount)::int from fanfare.envelopes where not is_open) as smallest,
         (select sum(amount)::int from fanfare.tier_claims) as promised,
         (select sum((body ->> 'amount')::int)::int from fanfare.rewards) as awarded,
         (select stock_left::int from fanfare.stock where prize = 'pool') as pool`,
    );
    expect(books).toMatchObject({ total: 3000, opened: done, promised: books.paid, awarded: books.paid });
    expect(books.paid! + books.pool!).toBe(2500);
    expect(books.smallest).toBeGreaterThan(books.pool!);
    expect(await copies[0]!.live()).toMatchObject({ pool: { total: 2500, left: books.pool } });
  });

  test('the books sum to zero', async () => {
    const balances = await copies[0]!.store.read((reader) => reader.balances('plain'));
    expect(Object.values(balances).reduce((sum, balance) => sum + balance, 0)).toBe(0);
  });
});

test('a hundred friends who accept one inviter at once all count', async () => {
  const code = await copyFor(0).codeOf('popular');
  const before = (await copyFor(0).section('popular')).revision;
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      untilAnswered(() => copyFor(n).act(`fan-${n}`, `/invites/${code}/accept`, { key: `fan-${n}` })),
    ),
  );
  expect(counted(answers)).toEqual({ done: 100 });
  const { valid, revision, friends } = await copyFor(1).section('popular');
  expect([valid, friends.length, revision - before]).toEqual([100, 100, 100]);
});

describe('the same thing from two devices', () => {
  test('one friend accepting two inviters at once has one', async () => {
    for (let round = 0; round < 20; round++) {
      const friend = { token: await copyFor(0).member(`twice-${round}`) };
      const codes = [await copyFor(0).codeOf('left'), await copyFor(0).codeOf('right')];
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, turn) =>
          untilAnswered(() =>
            copyFor(turn).act(friend, `/invites/${codes[turn % 2]}/accept`, { key: `${round}-${turn}` }),
          ),
        ),
      );
      expect(counted(answers)).toEqual({ done: 1, invite_repeat: 7 });
    }
    const valid = await one(`select count(*)::int as ties from fanfare.invites where friend like 'twice-%'`);
    expect(valid).toEqual({ ties: 20 });
  });

  test('one tier claimed by eight keys is claimed once', async () => {
    const spare = inviting({
      qualify: undefined,
      tiers: [{ id: 'one', friends: 1, name: name('One'), kind: 'goods' }],
      steps: [],
    });
    await copies[0]!.send('PUT', '/v1/admin/activities/other', {
      token: 'admin-key-0123456789',
      body: { ...spare, id: 'other' },
    });
    const token = await copies[0]!.member('many');
    const friend = await copies[0]!.member('many-friend');
    const { sections } = await copies[0]!.me(token, 'other');
    await copies[0]!.post(`/v1/activities/other/invites/${sections.invite.code}/accept`, {
      token: friend,
      key: 'k',
      body: {},
    });
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, turn) =>
        untilAnswered(() =>
          copyFor(turn).post('/v1/activities/other/tiers/one/claim', { token, key: `${turn}`, body: {} }),
        ),
      ),
    );
    expect(counted(answers)).toEqual({ done: 1, tier_claimed: 7 });
  });
});

describe('circles', () => {
  /** Everybody of a ring accepts the next one, all at once. */
  const ring = async (round: string, size: number) => {
    const people = Array.from({ length: size }, (_, n) => `${round}-${n}`);
    const codes = await Promise.all(people.map((who) => copyFor(0).codeOf(who)));
    return Promise.all(
      people.map((who, n) =>
        untilAnswered(() =>
          copyFor(n).act(who, `/invites/${codes[(n + 1) % size]}/accept`, { key: `ring-${who}` }),
        ),
      ),
    );
  };

  test.each([2, 3, 4, 7])('a ring of %i that closes at once is never closed', async (size) => {
    for (let round = 0; round < 15; round++)
      expect(counted(await ring(`ring${size}-${round}`, size))).toEqual({ done: size - 1, invite_cycle: 1 });
  });
});

test('a guest who signs in while friends accept its code loses none of them', async () => {
  for (let round = 0; round < 10; round++) {
    const guest = await copyFor(0).guest();
    const code = await copyFor(0).codeOf(guest);
    const member = await copyFor(0).member(`signing-${round}`);
    const friends = Array.from({ length: 8 }, (_, n) => `signing-${round}-${n}`);
    const [, ...answers] = await Promise.all([
      copyFor(1).guest({ secret: guest.secret }, member),
      ...friends.map((who, n) =>
        untilAnswered(() => copyFor(n).act(who, `/invites/${code}/accept`, { key: `k-${who}` })),
      ),
    ]);
    expect(counted(answers)).toEqual({ done: friends.length });
    expect((await copyFor(0).section({ token: member })).valid).toBe(friends.length);
  }
});
