// How fast draws are on real PostgreSQL, beside a bare script that sends the same SQL statements over as many
// connections; how they fare at saturation, on one hot prize, and with a million draws stored; and cached public
// reads beside an empty hono route:
//
//   node scripts/bench-draws.mjs             DATABASE_URL, or an embedded PostgreSQL with its usual fsync
//
// The server's sources run in this process, called without HTTP, so that nothing but the draw is measured. What is
// compared runs in turns, because a busy machine slows both down.
import { compareDraws, compareHot, compareStored } from './bench-draws/compare.mjs';
import { activityOf, addPeople, drawer } from './bench-draws/people.mjs';
import { startPostgres } from './bench-draws/postgres.mjs';
import { compareReads } from './bench-draws/reads.mjs';
import { keys, loadServer, pg, signTokens } from './bench-draws/server.mjs';
import { CONNECTIONS, ONLY, PEOPLE } from './bench-draws/settings.mjs';

/** @type {(() => unknown)[]} */
const cleanups = [];

async function bench() {
  const url = process.env.DATABASE_URL ?? (await startPostgres(cleanups));
  const fanfare = await loadServer();
  const sql = new pg.Client({ connectionString: url });
  await sql.connect();
  cleanups.push(() => sql.end());
  const store = fanfare.postgresStore(url, { size: CONNECTIONS });
  cleanups.push(() => store.close());
  await store.ready();
  const app = fanfare.createApp({ store, keys, publicMs: 1000 });
  const tokens = await signTokens(PEOPLE);
  for (const id of ['plain', 'hot', 'spread']) {
    await fanfare.seedDefinition(store, activityOf(id));
    await addPeople(sql, fanfare, id, 'p', PEOPLE, 1_000_000);
  }
  await sql.query('vacuum analyze fanfare.participants, fanfare.chances');
  const draw = drawer(app, tokens);

  if (ONLY.includes('draws')) await compareDraws(url, sql, fanfare, app, draw);
  if (ONLY.includes('hot')) await compareHot(draw);
  if (ONLY.includes('reads')) await compareReads(fanfare, app);
  if (ONLY.includes('stored')) await compareStored(sql, fanfare, draw);
}

try {
  await bench();
} finally {
  for (const cleanup of cleanups.reverse()) await cleanup();
}
