// The SQL store over a real PostgreSQL: several connections, lost connections, and how the hot statements run.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type PoolOptions, postgresStore } from '../src/postgres/index.js';
import { migrations } from '../src/postgres/migrations/index.js';
import { type Store, StoreUnavailable } from '../src/store.js';
import { createBackend, plain } from './backend.js';
import { testStore } from './store.contract.js';
import { layCable } from './support/cable.js';
import { freePort, type PostgresServer, run, startPostgres } from './support/postgres-server.js';

const owner = { activity: 'new-year', participant: 'ann' };
const grant = { ...owner, rule: 'join', occurrence: 'joined', day: '2027-01-01', chances: 1, at: 1 };

let server: PostgresServer;
let url: string;
const stores: Store[] = [];
const open = (options?: PoolOptions, source = url) => {
  const store = postgresStore(source, options);
  stores.push(store);
  return store;
};

beforeAll(async () => {
  server = await startPostgres();
  url = await server.createDatabase();
});
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
});
afterAll(() => server?.stop());

testStore('PostgreSQL', async () => postgresStore(await server.createDatabase(), { size: 20 }));

const endConnections = () =>
  run(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'fanfare-server'`,
  );

test('eight copies start at once over an empty database', async () => {
  const empty = await server.createDatabase();
  const copies = Array.from({ length: 8 }, () => open({ size: 2 }, empty));
  await Promise.all(copies.map((copy) => copy.ready()));
  const names = (await run(empty, 'select name from fanfare.migrations order by name')).map(
    ({ name }) => name,
  );
  expect(names).toEqual(Object.keys(migrations));
});

test('a copy waits for the one that migrates, however long that takes', async () => {
  const empty = await server.createDatabase();
  const migrating = new pg.Client({ connectionString: empty });
  await migrating.connect();
  // The number that kysely's migrator locks.
  await migrating.query('select pg_advisory_lock(3853314791062309107)');
  const ready = open({ transactionTimeout: 300 }, empty).ready();
  await sleep(800);
  await migrating.end();
  await ready;
});

describe('locks', () => {
  test('a name is locked for one transaction at a time, and free after its commit or rollback', async () => {
    const store = open();
    await store.transaction(async (tx) => {
      expect(await tx.tryLock('draw')).toBe(true);
      await store.transaction(async (other) => {
        expect(await other.tryLock('draw')).toBe(false);
        expect(await other.tryLock('another')).toBe(true);
      });
    });
    const failing = store.transaction(async (tx) => {
      expect(await tx.tryLock('draw')).toBe(true);
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    await store.transaction(async (tx) => expect(await tx.tryLock('draw')).toBe(true));
  });

  test('one chance asked for by twenty is used once', async () => {
    const store = open({ size: 20 });
    await store.transaction((tx) => tx.addGrant(grant));
    const used = await Promise.all(
      Array.from({ length: 20 }, () => store.transaction((tx) => tx.useChance(owner))),
    );
    expect(used.filter(Boolean)).toHaveLength(1);
    expect(await store.read((reader) => reader.chances(owner))).toEqual({ granted: 1, used: 1 });
  });

  test('one fact, grant and code sent by twenty at once counts once', async () => {
    const store = open({ size: 20 });
    const bob = { activity: 'new-year', participant: 'bob' };
    await store.transaction((tx) => tx.addCodes('new-year', ['gold']));
    const results = await Promise.all(
      Array.from({ length: 20 }, () =>
        store.transaction(async (tx) => ({
          fact: await tx.addFact({ ...bob, id: 'f1', name: 'ordered', value: 1, granted: 1, at: 1 }),
          grant: await tx.addGrant({ ...grant, ...bob }),
          code: await tx.useCode(bob, 'gold', 1),
        })),
      ),
    );
    expect(results.filter((result) => result.fact)).toHaveLength(1);
    expect(results.filter((result) => result.grant)).toHaveLength(1);
    expect(results.map((result) => result.code).sort()).toEqual(
      [...Array(19).fill('used_before'), 'used_now'].sort(),
    );
    expect(await store.read((reader) => reader.chances(bob))).toEqual({ granted: 1, used: 0 });
  });

  test('a deadlock is run again, and both transactions take effect', async () => {
    const store = open();
    await store.transaction(async (tx) => {
      await tx.setStock('deadlock', 'a', 10);
      await tx.setStock('deadlock', 'b', 10);
    });
    let runs = 0;
    const take = (first: string, second: string) =>
      store.transaction(async (tx) => {
        runs++;
        await tx.takeStock('deadlock', first);
        await sleep(100);
        await tx.takeStock('deadlock', second);
      });
    await Promise.all([take('a', 'b'), take('b', 'a')]);
    expect(runs).toBeGreaterThan(2);
    const left = (await store.read((reader) => reader.stock('deadlock'))).map((row) => row.left);
    expect(left).toEqual([8, 8]);
  });

  test('a read sees one moment, whatever is committed meanwhile', async () => {
    const store = open();
    await store.transaction((tx) => tx.setStock('snapshot', 'phone', 1));
    await store.read(async (reader) => {
      const before = await reader.stock('snapshot');
      await store.transaction((tx) => tx.setStock('snapshot', 'phone', 2));
      expect(await reader.stock('snapshot')).toEqual(before);
    });
  });
});

describe('a database that goes away', () => {
  test('connections ended between two requests: at most one failure each, then all is well', async () => {
    const store = open({ size: 4 });
    await Promise.all(Array.from({ length: 4 }, () => store.ready()));
    await endConnections();
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => store.ready()));
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(StoreUnavailable);
    }
    await Promise.all(Array.from({ length: 8 }, () => store.ready()));
  });

  test('a connection ended in the middle of a transaction: unavailable, nothing stored, then all is well', async () => {
    const store = open({ size: 1 });
    const cut = store.transaction(async (tx) => {
      await tx.setStock('cut', 'phone', 1);
      await endConnections();
      await sleep(50);
      await tx.setStock('cut', 'tea', 1);
    });
    await expect(cut).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await store.read((reader) => reader.stock('cut'))).toEqual([]);
  });

  test('no server at the address: unavailable at once, every time', async () => {
    const store = open({ connectTimeout: 500 }, `postgres://nobody@127.0.0.1:${await freePort()}/none`);
    await expect(store.ready()).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.transaction(async () => {})).rejects.toBeInstanceOf(StoreUnavailable);
  });

  test('a pool that is used up answers unavailable instead of waiting for ever', async () => {
    const store = open({ size: 1, connectTimeout: 1000 });
    await store.transaction(async () => {
      await expect(store.ready()).rejects.toBeInstanceOf(StoreUnavailable);
    });
  });

  test('a transaction that nobody continues lets go of its locks', async () => {
    const store = open({ transactionTimeout: 400 });
    await store.ready();
    const stuck = store.transaction(async (tx) => {
      await tx.tryLock('stuck');
      await sleep(1200);
      await tx.stock('stuck');
    });
    const failed = expect(stuck).rejects.toBeInstanceOf(StoreUnavailable);
    await sleep(800);
    await store.transaction(async (tx) => expect(await tx.tryLock('stuck')).toBe(true));
    await failed;
  });

  test('the app answers 503 while it is away, and the same key has its one effect when it is back', async () => {
    const cable = await layCable(await server.createDatabase());
    const store = open({ size: 4 }, cable.url);
    const backend = await createBackend([plain], { store });
    const token = await backend.member('ann');
    expect((await backend.draw(token, 'before')).status).toBe(200);

    cable.pull();
    for (let times = 0; times < 6; times++) {
      const response = await backend.draw(token, 'during');
      expect(response.status).toBe(503);
      expect(response.headers.get('Retry-After')).toBe('1');
      expect(await response.json()).toMatchObject({ code: 'unavailable', retryable: true });
    }
    expect((await backend.get('/readyz')).status).toBe(503);
    expect((await backend.get('/healthz')).status).toBe(200);

    cable.plug();
    expect((await backend.get('/readyz')).status).toBe(200);
    const answers = await Promise.all(Array.from({ length: 8 }, () => backend.draw(token, 'during')));
    expect(answers.filter(({ status }) => status !== 409).map(({ status }) => status)).toContain(200);
    expect((await backend.me(token)).sections.chances.used).toBe(2);
    await store.close();
    await cable.close();
  });

  test('a cable pulled under eight draws: some are lost, none is half done', async () => {
    const database = await server.createDatabase();
    const cable = await layCable(database);
    const store = open({ size: 8 }, cable.url);
    const backend = await createBackend([plain], { store });
    const tokens = await Promise.all(Array.from({ length: 8 }, (_, n) => backend.member(`p${n}`)));
    const round = (key: string) => Promise.all(tokens.map((token) => backend.draw(token, key)));
    await round('warm');

    const cutting = round('cut');
    await sleep(15);
    cable.pull();
    for (const { status } of await cutting) expect([200, 503]).toContain(status);

    cable.plug();
    for (const { status } of await round('cut')) expect(status).toBe(200);
    expect(
      await run(
        database,
        `select sum(used)::int as used, (select count(*)::int from fanfare.draws) as draws,
           (select count(*)::int from fanfare.saved_answers) as answers from fanfare.chances`,
      ),
    ).toEqual([{ used: 16, draws: 16, answers: 16 }]);
    await store.close();
    await cable.close();
  });
});
