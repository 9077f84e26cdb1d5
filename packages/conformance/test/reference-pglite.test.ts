// The reference server on PGlite: one connection, so that nothing runs at once.
import { postgresStore } from '@fanfare/server/postgres';
import { expect, it } from 'vitest';
import { certify, verdictsOf } from './certified.js';

it('certifies the reference server on PGlite for every level but concurrency', async () => {
  const store = postgresStore('memory://');
  // The concurrency cases take long on one connection and prove nothing there; two of them show the verdict.
  const report = await certify(store, { clients: 8, draws: 200 });
  await store.close();
  const { concurrency, ...rest } = verdictsOf(report);
  expect(new Set(Object.values(rest))).toEqual(new Set(['certified']));
  expect(concurrency).toBe('not_certified');
}, 120_000);
