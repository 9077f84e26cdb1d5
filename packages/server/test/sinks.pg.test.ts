// Sinks on a real PostgreSQL: the server dies between sending and marking, several copies share one sink, and a
// transaction that commits late is not passed over.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '../src/ids.js';
import { postgresStore } from '../src/postgres/index.js';
import { createSink } from '../src/sinks/sink.js';
import type { StoredEvent } from '../src/store.js';
import { type PostgresServer, startPostgres } from './support/postgres-server.js';
import { buildProgram, type Program, startProgram } from './support/program.js';
import { startReceiver } from './support/receiver.js';

let server: PostgresServer;
let file: string;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
beforeAll(async () => {
  [server, file, receiver] = await Promise.all([
    startPostgres(),
    buildProgram('whole-server'),
    startReceiver(),
  ]);
});
afterAll(async () => {
  await receiver?.stop();
  await server?.stop();
});

const newId = () => uuidv7(Date.now(), (bytes) => crypto.getRandomValues(new Uint8Array(bytes)));

function event(id: string): StoredEvent {
  const now = Date.now();
  return {
    ...{ project: 'demo', day: 0, id, name: 'page.opened', pid: id, seq: 1, at: now, created_at: now },
    ...{ sent_at: now, received_at: now, participant: null, activity: null, channel: null, visitor: null },
    ...{ quarantined: false, context: '{}', props: null, invalid: null },
  };
}

test('a server killed between sending and marking: everything arrives, and what came twice has one id', async () => {
  const database = await server.createDatabase();
  const sinks = [{ name: 'lake', url: receiver.url, leaseMs: 1000, batchEvents: 50 }];
  const env = {
    ...{ DATABASE_URL: database, HOST: '127.0.0.1', PORT: '0', FANFARE_SINKS: JSON.stringify(sinks) },
    ...{
      FANFARE_TRACK_KEYS: 'pk_test=demo',
      FANFARE_GUEST_KEY: 'guest-secret-of-the-test-project-0123456789',
    },
    ...{
      FANFARE_PARTICIPANT_KEY: 'host-secret-of-the-test-project-0123456789',
      FANFARE_HOST_KEY: 'host-key-0123456789',
    },
    FANFARE_ADMIN_KEY: 'admin-key-0123456789',
  };
  const start = async (): Promise<Program & { url: string }> => {
    const program = await startProgram(file, env);
    return { ...program, url: JSON.parse(program.said).url };
  };
  const accepted: string[] = [];
  let unanswered: string[] = [];
  const track = () => {
    const at = new Date().toISOString();
    const pid = newId();
    const ids = Array.from({ length: 50 }, newId);
    const events = ids.map((id, n) => ({ id, name: 'page.opened', created_at: at, pid, seq: n + 1 }));
    accepted.push(...ids);
    unanswered.push(JSON.stringify({ key: 'pk_test', batch_id: pid, sent_at: at, events }));
  };
  /** As a page does: the same request until it is answered. */
  const send = async (url: string) => {
    const left: string[] = [];
    for (const body of unanswered) {
      const response = await fetch(`${url}/v1/events`, { method: 'POST', body }).catch(() => null);
      if (!response?.ok) left.push(body);
    }
    unanswered = left;
  };

  let program = await start();
  // The sink takes its place before the first event.
  const store = postgresStore(database);
  await expect
    .poll(() => store.transaction((tx) => tx.leaseSink('lake', 'test', 0, 0)), { timeout: 10_000 })
    .toBeNull();
  let kills = 0;
  receiver.answer((response) => {
    // The batch is here; the server dies before it can know.
    if (kills < 2 && receiver.deliveries.length % 2 === 0) {
      kills++;
      void program.kill();
    } else response.writeHead(204).end();
  });
  for (let round = 0; round < 3; round++) {
    for (let n = 0; n < 4; n++) track();
    await send(program.url);
    if (round === 2) break;
    expect(await program.ended).toBe('SIGKILL');
    program = await start();
  }
  await send(program.url);
  expect(unanswered).toEqual([]);
  await expect.poll(() => new Set(receiver.ids()).size, { timeout: 20_000 }).toBe(accepted.length);
  expect(kills).toBe(2);
  expect(new Set(receiver.ids())).toEqual(new Set(accepted));
  // Each death cost one batch a second journey, and no more.
  expect(receiver.ids().length - accepted.length).toBeLessThanOrEqual(2 * 50);
  await program.kill();
  await store.close();
}, 60_000);

test('two copies over one sink send each event once, and none is passed over that is committed late', async () => {
  const database = await server.createDatabase();
  const stores = [postgresStore(database), postgresStore(database)];
  const sent: string[] = [];
  const fetch: typeof globalThis.fetch = async (_, init) => {
    for (const { id } of JSON.parse(String(init?.body))) sent.push(id);
    return new Response(null, { status: 204 });
  };
  const options = { name: 'lake', url: 'http://sink.example', batchEvents: 7 };
  const sinks = stores.map((store, at) => createSink(options, { store, owner: `copy-${at}`, fetch }));
  await sinks[0]!.turn();

  const [store] = stores as [(typeof stores)[0]];
  const early = Array.from({ length: 10 }, () => event(newId()));
  const late = Array.from({ length: 10 }, () => event(newId()));
  await store.transaction(async (tx) => {
    await tx.addEvents(late);
    // Committed while the transaction that began before it still runs.
    await store.transaction((other) => other.addEvents(early));
    for (let n = 0; n < 4; n++) await Promise.all(sinks.map((sink) => sink.turn()));
    expect(sent).toEqual([]);
  });
  await expect
    .poll(async () => {
      await Promise.all(sinks.map((sink) => sink.turn()));
      return sent.length;
    })
    .toBe(20);
  expect(new Set(sent)).toEqual(new Set([...early, ...late].map(({ id }) => id)));
  for (const one of stores) await one.close();
});
