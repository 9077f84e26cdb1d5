// The reference server on a real PostgreSQL, over HTTP: every level is certified there, concurrency too.
import { serve } from '@fanfare/server/node';
import { postgresStore } from '@fanfare/server/postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PostgresServer, startPostgres } from '../../server/test/support/postgres-server.js';
import { formatFailure, levelNames, runConformance } from '../src/index.js';
import { verdictsOf } from './certified.js';
import { referenceApp, referenceOptions, sealing } from './reference.js';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server?.stop());

it('certifies the reference server on PostgreSQL for every level', { timeout: 240_000 }, async () => {
  const store = postgresStore(await server.createDatabase(), { size: 16 });
  await store.ready();
  const app = sealing(referenceApp({ store }));
  const served = await serve(app, { port: 0, host: '127.0.0.1' });
  try {
    const report = await runConformance(served.url, { ...referenceOptions, draws: 104 });
    const failed = report.cases.filter(({ outcome }) => outcome === 'failed');
    expect(failed.map(formatFailure).join('\n\n')).toBe('');
    expect(new Set(Object.values(verdictsOf(report)))).toEqual(new Set(['certified']));
    expect(report.levels.map(({ level }) => level)).toEqual(levelNames);
  } finally {
    await served.stop();
    await store.close();
  }
});
