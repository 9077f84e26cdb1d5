// The log in front of the storage: a real NATS cluster of three whose leader is killed while events come in, a real
// PostgreSQL behind it. FANFARE_FULL runs it; without `nats-server` on the system it cannot.
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../src/app.js';
import { uuidv7 } from '../src/ids.js';
import { type EventLog, openEventLog } from '../src/nats/index.js';
import { postgresStore } from '../src/postgres/index.js';
import type { Store } from '../src/store.js';
import { keys } from './backend.js';
import { hasNats, type NatsCluster, startNatsCluster } from './support/nats-cluster.js';
import { type PostgresServer, run, startPostgres } from './support/postgres-server.js';

const isFull = Boolean(process.env.FANFARE_FULL);
if (!isFull) console.info('The NATS cluster is tried with FANFARE_FULL=1.');
else if (!hasNats()) throw new Error('There is no nats-server here. Install it: apt-get install nats-server');

const STREAM = 'FANFARE_EVENTS';
const newId = () => uuidv7(Date.now(), (bytes) => crypto.getRandomValues(new Uint8Array(bytes)));

describe.runIf(isFull)('three servers of NATS, PostgreSQL behind them', () => {
  let cluster: NatsCluster;
  let postgres: PostgresServer;
  let url: string;
  let store: Store;
  const logs: EventLog[] = [];
  const open = async () => {
    const log = await openEventLog({ servers: cluster.servers });
    logs.push(log);
    return log;
  };

  beforeAll(async () => {
    [cluster, postgres] = await Promise.all([startNatsCluster(), startPostgres()]);
    url = await postgres.createDatabase();
    store = postgresStore(url);
    await store.ready();
    // They elect their first leader.
    while (
      !(await open().then(
        () => true,
        () => false,
      ))
    );
  });
  afterAll(async () => {
    await Promise.all(logs.map((log) => log.close().catch(() => {})));
    await store?.close();
    await postgres?.stop();
    await cluster?.stop();
  });

  /** The server that leads the stream. */
  async function leader(): Promise<string> {
    const nats = await connect({ servers: cluster.servers });
    const manager = await jetstreamManager(nats);
    const { cluster: state } = await manager.streams.info(STREAM);
    await nats.close();
    return state!.leader!;
  }

  it('its leader killed under load, and once more: none lost, none counted twice', async () => {
    const [publisher, consumer] = [await open(), await open()];
    const app = createApp({
      ...{ store, keys, addEvents: publisher.addEvents },
      trackKeys: [{ key: 'pk_test', project: 'demo' }],
    });
    const stops = await Promise.all([consumer.consume(store), consumer.consume(store)]);
    const sent = new Set<string>();
    const seqs = new Map<string, number>();
    let requests = 0;
    let refused = 0;
    let isOver = false;
    /** As a page does: the same batch again until every id is answered. */
    const page = async () => {
      const pid = newId();
      while (!isOver) {
        const at = new Date().toISOString();
        const events = Array.from({ length: 20 }, () => {
          const seq = (seqs.get(pid) ?? 0) + 1;
          seqs.set(pid, seq);
          return { id: newId(), name: 'page.opened', created_at: at, pid, seq };
        });
        const body = JSON.stringify({ key: 'pk_test', batch_id: newId(), sent_at: at, events });
        for (let answered = false; !answered; ) {
          requests++;
          const request = new Request('https://api.example/v1/events', { method: 'POST', body });
          const response = await app.fetch(request);
          answered = response.status === 200;
          if (!answered) refused++;
          else
            for (const { id, status } of (await response.json()).results) {
              expect(['accepted', 'duplicate']).toContain(status);
              sent.add(id);
            }
        }
      }
    };
    const pages = Array.from({ length: 8 }, page);
    for (const target of [2000, 4000]) {
      await expect.poll(() => sent.size, { timeout: 60_000 }).toBeGreaterThan(target);
      const first = await leader();
      await cluster.kill(first);
      const before = sent.size;
      // Taken in while one of the three is away.
      await expect.poll(() => sent.size, { timeout: 60_000 }).toBeGreaterThan(before + 1000);
      await cluster.start(first);
      await expect.poll(() => leader().catch(() => first), { timeout: 30_000 }).not.toBe('');
    }
    isOver = true;
    await Promise.all(pages);

    const count = async () => Number((await run(url, 'select count(*) as n from fanfare.events'))[0]?.n);
    await expect.poll(count, { timeout: 60_000 }).toBe(sent.size);
    const stored = await run(url, 'select id from fanfare.events');
    expect(new Set(stored.map(({ id }) => id))).toEqual(sent);
    const gaps = await store.read((reader) =>
      reader.eventHoles({ project: 'demo', from: 0, to: Date.now() + 1 }, 10),
    );
    expect(gaps).toEqual([]);
    console.info(`${sent.size} events, ${requests} requests, ${refused} of them refused`);
    for (const stop of stops) await stop();
  }, 240_000);
});
