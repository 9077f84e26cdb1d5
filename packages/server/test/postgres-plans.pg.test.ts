// Every look-up goes through an index: PostgreSQL itself counts the scans and the rows it reads, over tables with enough rows
// for its planner to care.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postgresStore } from '../src/postgres/index.js';
import { type PostgresServer, run, startPostgres } from './support/postgres-server.js';

const ROWS = 20_000;
const owner = { activity: 'new-year', participant: 'p7' };

let server: PostgresServer;
let url: string;

const fill = (table: string, columns: string, values: string) =>
  `insert into fanfare.${table} (activity, ${columns})
   select 'new-year', ${values} from generate_series(1, ${ROWS}) as n`;

beforeAll(async () => {
  server = await startPostgres();
  url = await server.createDatabase();
  const store = postgresStore(url);
  await store.ready();
  await store.close();
  const loads = [
    fill(
      'participants',
      'id, kind, invite_code, secret_hash, seen_version, revisions, joined_at',
      `'p' || n, 'guest', 'i' || n, 's' || n, 1, '{}', n`,
    ),
    fill('chances', 'participant, granted, used', `'p' || n, 3, 0`),
    fill('grants', 'participant, rule, occurrence, day, chances, at', `'p' || n, 'r', 'joined', 'd', 3, n`),
    fill('facts', 'id, participant, name, granted, at', `'f' || n, 'p' || n, 'ordered', 1, n`),
    fill('nonces', 'participant, epoch, nonce', `'p' || n, 1, 1`),
    fill(
      'draws',
      'id, participant, version, epoch, nonce, client_seed, picked, outcome, receipt, at',
      `'d' || n, 'p' || n, 1, 1, 1, 's', 'tea', 'none', 'r' || n, n`,
    ),
    fill('draw_days', 'participant, day, draws', `'p' || n, 'd', 1`),
    fill(
      'rewards',
      'id, participant, prize, source, receipt, at, body',
      `'w' || n, 'p' || n, 'tea', 'draw', 'r' || n, n, '{}'`,
    ),
    fill(
      'saved_answers',
      'participant, route, key, fingerprint, status, body, at',
      `'p' || n, 'lottery.draw', 'k' || n, 'x', 200, '{}', n`,
    ),
    fill('codes', 'code', `'c' || n`),
    fill(
      'checkins',
      'participant, day, kind, points, factor, price, group_id, uploads, at',
      `'p' || n, 'd', 'on_time', 10, 1, 0, 'g' || n % 9, '[]', n`,
    ),
    fill('checkin_members', 'participant, group_id', `'p' || n, 'g' || n % 9`),
    fill('checkin_counts', 'group_id, day, bucket, total', `'g' || n % 9, 'd' || n / 9, 1, 5`),
    fill('points', 'participant, balance', `'p' || n, 100`),
    fill('point_entries', 'participant, id, change, reason, at', `'p' || n, 'e', 100, 'checkin', n`),
    fill('stock', 'prize, total, stock_left', `'prize' || n, 10, 10`),
    fill('activity_versions', 'version, definition, updated_at', `n, '{}', n`),
    fill('epochs', 'epoch, seed, seed_hash, rules_hash, opened_at, closed_at', `n, 's', 'h', 'r', n, n`),
    `insert into fanfare.activities select 'a' || n, 1 from generate_series(1, ${ROWS}) as n`,
    'vacuum analyze',
  ];
  for (const load of loads) await run(url, load);
});
afterAll(() => server?.stop());

const reads = async (): Promise<{ scans: number; fetched: number }> => {
  const [row] = await run(
    url,
    `select sum(seq_scan)::int as scans, sum(idx_tup_fetch)::int as fetched from pg_stat_user_tables
     where schemaname = 'fanfare' and relname not in ('counters', 'migrations', 'migrations_lock')`,
  );
  return row;
};

test('no statement reads a whole table or a whole activity', async () => {
  const before = await reads();
  const store = postgresStore(url, { size: 1 });
  await store.transaction(async (tx) => {
    await tx.activity('new-year');
    await tx.activityVersion('new-year', 9);
    await tx.participant(owner);
    await tx.participantBySecret('new-year', 's7');
    await tx.participantByInvite('new-year', 'i7');
    await tx.savedAnswer(owner, 'lottery.draw', 'k7');
    await tx.lockParticipant(owner);
    await tx.chances(owner);
    await tx.grants(owner);
    await tx.grantCount(owner, 'r', 'd');
    await tx.drawsOn(owner, 'd');
    await tx.fact('new-year', 'f7');
    await tx.draw('new-year', 'd7');
    await tx.rewards(owner);
    await tx.winners('new-year', 20);
    await tx.counters('new-year');
    expect(await tx.useChance(owner)).toBe(true);
    expect(await tx.nextNonce(owner, 1)).toBe(2);
    expect(await tx.takeStock('new-year', 'prize7')).toBe(true);
    expect(await tx.useCode(owner, 'c7', 1)).toBe('used_now');
    await tx.updateParticipant(owner, { seen_day: 'd' });
    await tx.checkins(owner);
    expect(await tx.groupOf(owner)).toBe('g7');
    await tx.groupCount('new-year', 'g7', 'd9');
    expect(await tx.balance(owner)).toBe(100);
    await tx.pointEntries(owner, 100);
    const points = { ...owner, reason: 'shop', subject: null, at: 1 };
    expect(await tx.addPoints({ ...points, id: 'earned', change: 5 })).toBe('added');
    expect(await tx.addPoints({ ...points, id: 'spent', change: -5 })).toBe('added');
    expect(await tx.updateCheckin(owner, 'd', { comment: 'good' })).toBe(true);
    await tx.absorbCheckins('new-year', 'p8', 'p7');
    await tx.absorbPoints('new-year', 'p8', 'p7');
    await tx.absorb('new-year', 'p8', 'p7');
  });
  await store.close();
  const after = await reads();
  expect(after.scans - before.scans).toBe(0);
  // An index that finds a row by reading through the whole activity would be no better.
  expect(after.fetched - before.fetched).toBeLessThan(300);
});
