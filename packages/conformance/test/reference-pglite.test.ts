// The reference server on PGlite: one connection, so that nothing runs at once.
import { postgresStore } from '@fanfare/server/postgres';
import { expect, it } from 'vitest';
import { certify, verdictsOf } from './certified.js';

it('certifies the reference server on PGlite for every level but concurrency', async () => {
  const store = postgresStore('memory://');
  // Few clients and draws: one connection proves nothing about many, and odds are tried in memory.
  const report = await certify(store, { clients: 4, draws: 104 });
  await store.close();
  const { concurrency, ...rest } = verdictsOf(report);
  expect(new Set(Object.values(rest))).toEqual(new Set(['certified']));
  expect(concurrency).toBe('not_certified');
  expect(report.levels.at(-1)!.reasons.join()).toContain('as with PGlite');
}, 240_000);
