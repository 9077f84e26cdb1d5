// Sums of events under concurrency: what is committed late is counted all the same, and nothing is counted twice.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOfId } from '../src/events/event.day.js';
import { postgresStore } from '../src/postgres/index.js';
import { sumUp } from '../src/reports/sum-up.js';
import type { Store, StoredEvent } from '../src/store.js';
import { inParallel } from './support/in-parallel.js';
import { type PostgresServer, run, startPostgres } from './support/postgres-server.js';

const NOON = Date.parse('2027-01-02T12:00:00+08:00');

let server: PostgresServer;
let url: string;
let store: Store;

beforeAll(async () => {
  server = await startPostgres();
  url = await server.createDatabase();
  store = postgresStore(url, { size: 20 });
  await store.ready();
});
afterAll(async () => {
  await store?.close();
  await server?.stop();
});

const event = (activity: string, n: number, visitor = `v${n}`): StoredEvent => ({
  ...{
    project: 'demo',
    day: dayOfId(`e${n}`),
    id: `${activity}-${n}`,
    name: 'page.opened',
    pid: visitor,
    seq: n,
  },
  ...{ at: NOON + n, created_at: NOON, sent_at: NOON, received_at: NOON, participant: null, activity },
  ...{ channel: null, visitor, quarantined: false, context: '{}', props: null, invalid: null },
});
const counted = async (activity: string) => {
  const bounds = [NOON, NOON + 43_200_000];
  const scope = { project: 'demo', activity, touch: 'last', bounds } as const;
  const [cell] = await store.read((reader) => reader.eventCells(scope, ['page.opened']));
  return [cell?.people ?? 0, cell?.events ?? 0];
};

test('an event whose transaction ends after later ones were summed up is counted, once', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isStored = () => {};
  const stored = new Promise<void>((resolve) => {
    isStored = resolve;
  });
  const slow = store.transaction(async (tx) => {
    await tx.addEvents([event('late', 1)]);
    isStored();
    await held;
  });
  await stored;
  await store.transaction((tx) => tx.addEvents([event('late', 2)]));
  await sumUp(store, 5000);
  expect((await counted('late'))[0]).toBeLessThan(2);
  release();
  await slow;
  expect(await sumUp(store, 5000)).toBe(true);
  expect(await counted('late')).toEqual([2, 2]);
});

test('four who sum up while sixteen send count everybody and everything once', async () => {
  const senders = Array.from({ length: 16 }, (_, sender) => async () => {
    for (let turn = 0; turn < 5; turn++) {
      const events = Array.from({ length: 20 }, (_, n) => {
        const number = sender * 100 + turn * 20 + n;
        return event('busy', number, `v${number % 300}`);
      });
      await store.transaction((tx) => tx.addEvents(events));
    }
  });
  const adders = Array.from({ length: 4 }, () => async () => {
    for (let turn = 0; turn < 5; turn++) await sumUp(store, 200);
  });
  await inParallel(20, [...senders, ...adders]);
  expect(await sumUp(store, 20_000)).toBe(true);
  expect(await counted('busy')).toEqual([300, 1600]);
});

test('new events are found by their index, and nothing is read while there are none', async () => {
  await run(
    url,
    `insert into fanfare.events (project, day, id, name, pid, seq, at, created_at, sent_at, received_at, activity,
       visitor, quarantined, context)
     select 'demo', 0, 'many-' || n, 'page.opened', 'p', n, n, n, n, n, 'many', 'v' || n, false, '{}'
     from generate_series(1, 30000) as n`,
  );
  await sumUp(store, 60_000);
  // Connections tell what they have read when they are closed.
  await store.close();
  await run(url, 'vacuum analyze fanfare.events, fanfare.report_people, fanfare.report_sums');
  const reads = async () => {
    const [row] = await run(
      url,
      `select sum(seq_scan)::int as scans, sum(coalesce(idx_tup_fetch, 0))::int as fetched
       from pg_stat_user_tables where schemaname = 'fanfare' and relname ~ '^(events|report_people)'`,
    );
    return row;
  };
  const before = await reads();
  store = postgresStore(url);
  await store.transaction((tx) => tx.addEvents([event('few', 1), event('few', 2)]));
  for (let turn = 0; turn < 3; turn++) await sumUp(store, 5000);
  expect(await counted('few')).toEqual([2, 2]);
  await store.close();
  const after = await reads();
  expect(after.scans - before.scans).toBe(0);
  expect(after.fetched - before.fetched).toBeLessThan(100);
});
