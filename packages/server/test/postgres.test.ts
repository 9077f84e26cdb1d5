// The SQL store over PGlite: what needs no second connection. Races and crashes are in the *.pg.test.ts files.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lockFolder } from '../src/postgres/folder-lock.js';
import { type DatabaseSource, postgresStore } from '../src/postgres/index.js';
import { parseInteger } from '../src/postgres/integer.js';
import { parseSource } from '../src/postgres/source.js';
import { type Store, StoreUnavailable } from '../src/store.js';
import { createBackend, plain } from './backend.js';
import { testStore } from './store.contract.js';

testStore('PGlite', () => postgresStore('memory://'));

const owner = { activity: 'new-year', participant: 'ann' };

describe('the source', () => {
  test.each([
    ['postgres://user@host/db', 'postgres'],
    ['postgresql://host/db', 'postgres'],
    ['memory://', 'pglite'],
    ['./data', 'pglite'],
    ['/var/lib/fanfare', 'pglite'],
    ['C:\\fanfare', 'pglite'],
    ['file:///var/lib/fanfare', 'pglite'],
  ])('%s opens %s', (source, engine) => {
    expect(parseSource(source).engine).toBe(engine);
  });

  test.each(['mysql://host/db', 'redis://host', ''])('%j is refused', (source) => {
    expect(() => postgresStore(source)).toThrow(/expected a postgres:\/\/ URL, a folder, memory:\/\//);
  });

  test('a refused source does not show its password', () => {
    expect(() => postgresStore('mysql://user:hunter2@host')).toThrow(/^(?!.*hunter2)/s);
  });
});

test('a bigint that a number cannot hold is refused, not rounded', () => {
  expect(parseInteger('9007199254740991')).toBe(Number.MAX_SAFE_INTEGER);
  expect(() => parseInteger('9007199254740993')).toThrow(/too large/);
});

describe('over one PGlite', () => {
  let lite: PGlite;
  let store: Store;
  const open = (source: DatabaseSource) => postgresStore(source);

  beforeAll(async () => {
    lite = await PGlite.create();
    store = open(lite);
    await store.ready();
  }, 60_000);
  afterAll(() => lite.close());

  test('NUL in an address is refused before it meets a text column', async () => {
    const backend = await createBackend([plain], { store });
    const token = await backend.member('ming');
    const codeOf = async (answer: Promise<Response>) => (await (await answer).json()).code;
    const activity = '/v1/activities/plain';
    expect(await codeOf(backend.get(`${activity}/invites/%00`))).toBe('not_found');
    expect(await codeOf(backend.get(`${activity}/fairness/draws?draw=%00`))).toBe('invalid');
    const claim = backend.post(`${activity}/rewards/%00/claim`, { token, key: 'k', body: {} });
    expect(await codeOf(claim)).toBe('not_found');
  });

  test('transactions run in the order of asking, and none is overtaken', async () => {
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 20 }, (_, turn) =>
        store.transaction(async (tx) => {
          await tx.stock('new-year');
          order.push(turn);
          await tx.stock('new-year');
        }),
      ),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  test('a transaction that throws frees the connection and leaves nothing', async () => {
    const stop = new Error('stop');
    const failing = store.transaction(async (tx) => {
      await tx.setStock('new-year', 'phone', 5);
      throw stop;
    });
    await expect(failing).rejects.toBe(stop);
    expect(await store.read((reader) => reader.stock('new-year'))).toEqual([]);
  });

  test('the table itself refuses a stock below zero', async () => {
    await store.transaction((tx) => tx.setStock('new-year', 'phone', 0));
    const oversell = lite.query('update fanfare.stock set stock_left = stock_left - 1');
    await expect(oversell).rejects.toThrow(/stock_left_check/);
  });

  test('a transaction that swallows an error of the database is not taken for committed', async () => {
    const careless = store.transaction(async (tx) => {
      await tx.setStock('new-year', 'tea', 1);
      await tx.setStock('new-year', 'tea', -1).catch(() => {});
    });
    await expect(careless).rejects.toThrow();
    expect(await store.read((reader) => reader.stock('new-year'))).not.toContainEqual(
      expect.objectContaining({ prize: 'tea' }),
    );
  });

  test('close waits for running work, then refuses more; a PGlite of the caller stays open', async () => {
    const closing = open(lite);
    let isDone = false;
    const running = closing.transaction(async (tx) => {
      await tx.chances(owner);
      isDone = true;
    });
    await closing.close();
    expect(isDone).toBe(true);
    await running;
    await expect(closing.ready()).rejects.toBeInstanceOf(StoreUnavailable);
    expect((await lite.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });
});

describe('a folder', () => {
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'fanfare-pglite-'));
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  test('keeps everything, and is made when it is not there', async () => {
    const folder = join(root, 'deep', 'data');
    const first = postgresStore(folder);
    await first.transaction((tx) => tx.setStock('new-year', 'phone', 7));
    await first.close();
    const second = postgresStore(folder);
    expect(await second.read((reader) => reader.stock('new-year'))).toEqual([
      { prize: 'phone', total: 7, left: 7, awarded: 0 },
    ]);
    await second.close();
  }, 60_000);

  test('that is in use is refused, and says by whom', async () => {
    const folder = join(root, 'used');
    const release = await lockFolder(folder);
    const late = postgresStore(folder);
    await expect(late.ready()).rejects.toThrow(`in use by process ${process.pid}`);
    await late.close();
    await release();
    await (await lockFolder(folder))();
  });

  test('whose process was killed is free again', async () => {
    const folder = join(root, 'killed');
    const ended = spawn(process.execPath, ['-e', '']);
    await once(ended, 'exit');
    // A process that is gone, one that got the number of another, and a file that was cut short.
    for (const left of [`${ended.pid} 1`, `${process.ppid} 1`, '']) {
      await writeFile(`${folder}.lock`, left);
      await (await lockFolder(folder))();
    }
  });
});
