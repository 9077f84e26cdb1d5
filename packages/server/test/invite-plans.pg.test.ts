// Inviting, tasks, envelopes, limits and what is handed in: every look-up goes through an index, and a participant with
// hundreds of friends reads those alone. PostgreSQL itself counts, over tables that its planner would like to scan.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseDefinition } from '../src/index.js';
import { inviteOf } from '../src/invite/section.js';
import { postgresStore } from '../src/postgres/index.js';
import type { Transaction } from '../src/store.js';
import { inviting } from './invite.backend.js';
import { type PostgresServer, run, startPostgres } from './support/postgres-server.js';

const ROWS = 10_000;
/** Below some ten thousand it is cheaper to read all names than to look 200 of them up, and PostgreSQL does so. */
const PEOPLE = 60_000;
const FRIENDS = 250;
const id = 'plain';
const ann = { activity: id, participant: 'p1' };

let server: PostgresServer;
let url: string;

/** Rows named by `n`, from 1. */
const fill = (table: string, columns: string, values: string, rows = ROWS) =>
  `insert into fanfare.${table} (activity, ${columns}) select '${id}', ${values} from generate_series(1, ${rows}) as n`;

beforeAll(async () => {
  server = await startPostgres();
  url = await server.createDatabase();
  const store = postgresStore(url);
  await store.ready();
  await store.close();
  const state = `case n % 3 when 0 then 'pending' when 1 then 'valid' else 'refused' end`;
  // The first has hundreds of friends, the others one each.
  const inviter = `case when n <= ${FRIENDS} then 'p1' else 'p' || n end`;
  for (const load of [
    fill(
      'participants',
      'id, kind, invite_code, secret_hash, seen_version, revisions, joined_at',
      `'p' || n, 'guest', 'i' || n, 's' || n, 1, '{}', n`,
      PEOPLE,
    ),
    fill(
      'invites',
      'friend, id, inviter, code, state, reason, at',
      `'p' || (n + 1), 'v' || n, ${inviter}, 'i1', ${state}, case when n % 3 = 0 then 'review' end, n`,
    ),
    fill('facts', 'id, participant, name, granted, at', `'f' || n, 'p' || n, 'ordered', 1, n`),
    fill('tier_claims', 'participant, tier, reward, at', `'p' || n, 'one', 'w' || n, n`),
    fill(
      'submissions',
      'id, participant, task, kind, state, uploads, at',
      `'s' || n, 'p' || n, 'proof', 'proof', 'approved', '[]', n`,
    ),
    fill('uploads', 'id, participant, type, bytes, at', `'u' || n, 'p' || n, 'image/png', 9, n`),
    fill('transfers', 'id, state, debit, credit, amount, at', `'t' || n, 'pending', 'a', 'b', 5, n`),
    fill('envelopes', 'tier, position, amount', `'two', n, 1 + n % 100`),
    fill('claims', 'reward, participant, form, at', `'w' || n, 'p' || n, '{}', n`),
    fill(
      'rewards',
      'id, participant, prize, source, receipt, at, body',
      `'w' || n, 'p' || n, 'one', 'tier', 'r' || n, n,
       json_build_object('state', 'claimed', 'claim_by', '2027-01-09T00:00:00.000Z')`,
    ),
    fill('hits', 'guard, subject, starts, bucket, hits', `'accept:network:60', 'x' || n, 0, 1, 1`),
    fill('solutions', 'hash, at', `'h' || n, n`),
    // Of other activities.
    `insert into fanfare.stock (activity, prize, total, stock_left)
     select 'a' || n, 'cup', 10, 10 from generate_series(1, ${ROWS}) as n`,
    fill(
      'checkins',
      'participant, day, kind, points, factor, price, text, uploads, at',
      `'p' || n, 'd' || n % 9, 'on_time', 10, 1, 0, case when n % 500 = 0 then 'hi' end, '[]', n`,
    ),
    'vacuum analyze',
  ])
    await run(url, load);
});
afterAll(() => server?.stop());

/** Whole tables that were read, and rows that indexes led to. */
async function costOf(work: (tx: Transaction) => Promise<void>): Promise<{ scans: number; rows: number }> {
  const reads = async () =>
    (
      await run(
        url,
        `select sum(seq_scan)::int as scans, sum(coalesce(idx_tup_fetch, 0) + seq_tup_read)::int as rows
         from pg_stat_user_tables where schemaname = 'fanfare' and relname not in ('migrations', 'migrations_lock')`,
      )
    )[0];
  const before = await reads();
  const store = postgresStore(url, { size: 1 });
  await store.transaction(work);
  await store.close();
  const after = await reads();
  return { scans: after.scans - before.scans, rows: after.rows - before.rows };
}

test('no statement of inviting, tasks, money and limits reads a whole table or a whole activity', async () => {
  const cost = await costOf(async (tx) => {
    const bob = { activity: id, participant: 'p5007' };
    await tx.invite(bob);
    await tx.inviteById(id, 'v7');
    await tx.inviters({ activity: id, participant: 'p5000' });
    expect(await tx.hasFact(bob, 'ordered')).toBe(true);
    expect(await tx.heldInvites(id, 'review', null, 20)).toHaveLength(20);
    await tx.tierClaims(bob);
    await tx.submissions(bob);
    await tx.submission(id, 's7');
    expect(await tx.proofs(id, 'approved', null, 20)).toHaveLength(20);
    await tx.upload(id, 'u7');
    await tx.uploadBytes(id, 'u7');
    await tx.uploadsSince(bob, 0);
    await tx.transfer(id, 't7');
    expect(await tx.smallestEnvelope(id, 'two')).toBe(1);
    expect(await tx.openEnvelope(id, 'two', 100)).toBe(2);
    await tx.reward(bob, 'w5007');
    await tx.claim(id, 'w7');
    await tx.overdueRewards(id, Date.parse('2027-01-10T00:00:00Z'), 20);
    const hit = { activity: id, guard: 'accept:network:60', subject: 'x7', window: 0 };
    expect(await tx.countHit(hit)).toBeGreaterThan(0);
    expect(await tx.useSolution(id, 'new', 1)).toBe(true);
    await tx.updateInvite(bob, { state: 'valid', reason: null });
    expect((await tx.handedIn(id, 'd5', null, 20)).length).toBeGreaterThan(0);
  });
  expect(cost.scans).toBe(0);
  expect(cost.rows).toBeLessThan(400);
});

test('`me` of somebody with hundreds of friends reads those, the newest 200 of them with their names', async () => {
  const definition = parseDefinition(inviting());
  const cost = await costOf(async (tx) => {
    const participant = (await tx.participant(ann))!;
    const section = await inviteOf(tx, { id, version: 1, definition } as never, participant);
    expect(section.friends).toHaveLength(200);
    // An approved proof counts for one more.
    expect(section.valid).toBe(Math.ceil(FRIENDS / 3) + 1);
  });
  expect(cost.scans).toBe(0);
  // Each friend and its name, and those who count once more for each of two questions.
  expect(cost.rows).toBeLessThan(3 * FRIENDS);
});
