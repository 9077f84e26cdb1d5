// Days of events on a real PostgreSQL: made ahead and on demand, by many copies, while events come in.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareEventDays } from '../src/events/days.js';
import { dayOfId, dayOfTime } from '../src/events/event.day.js';
import { addToStore } from '../src/events/gather.js';
import { uuidv7 } from '../src/ids.js';
import { postgresStore } from '../src/postgres/index.js';
import type { Store, StoredEvent } from '../src/store.js';
import { type PostgresServer, run, startPostgres } from './support/postgres-server.js';

const NOW = Date.parse('2027-01-02T12:00:00Z');
const DAY = 86_400_000;
const TODAY = dayOfTime(NOW);

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server?.stop());

function eventAt(time: number): StoredEvent {
  const id = uuidv7(time, (bytes) => crypto.getRandomValues(new Uint8Array(bytes)));
  return {
    ...{ project: 'demo', day: dayOfId(id), id, name: 'page.opened', pid: id, seq: 1, at: time },
    ...{ created_at: time, sent_at: NOW, received_at: NOW, participant: null, activity: null, channel: null },
    ...{ visitor: null, quarantined: false, context: '{}', props: null, invalid: null },
  };
}

async function open(copies = 1): Promise<{ url: string; stores: Store[]; close(): Promise<unknown> }> {
  const url = await server.createDatabase();
  const stores = Array.from({ length: copies }, () => postgresStore(url, { size: 4 }));
  await stores[0]!.ready();
  return { url, stores, close: () => Promise.all(stores.map((store) => store.close())) };
}

/** How many events each table has. */
async function countsOf(url: string): Promise<Record<string, number>> {
  const rows = await run(
    url,
    'select tableoid::regclass::text as name, count(*)::int as count from fanfare.events group by 1 order by 1',
  );
  return Object.fromEntries(rows.map(({ name, count }) => [name.replace('fanfare.', ''), count]));
}

describe('days of events', () => {
  it('have their tables from yesterday to a week ahead, once, whoever makes them', async () => {
    const { url, stores, close } = await open(4);
    const made = await Promise.all(stores.map((store) => prepareEventDays(store, NOW)));
    expect(made.reduce((sum, one) => sum + one)).toBe(10);
    expect(await prepareEventDays(stores[0]!, NOW + DAY)).toBe(1);
    await addToStore(stores[0]!)([-1, 0, 7].map((days) => eventAt(NOW + days * DAY)));
    expect(await countsOf(url)).toEqual({
      [`events_d${TODAY - 1}`]: 1,
      [`events_d${TODAY}`]: 1,
      [`events_d${TODAY + 7}`]: 1,
    });
    await close();
  });

  it('that nobody prepared get theirs with their first event, and take over what stood elsewhere', async () => {
    const { url, stores, close } = await open(4);
    const early = eventAt(NOW);
    await stores[0]!.transaction((tx) => tx.addEvents([early]));
    expect(await countsOf(url)).toEqual({ events_rest: 1 });
    const batches = Array.from({ length: 40 }, () => [eventAt(NOW), eventAt(NOW - DAY), early]);
    const add = stores.map(addToStore);
    const added = await Promise.all(batches.map((batch, at) => add[at % add.length]!(batch)));
    expect(added.every((ids) => ids.size === 2 && !ids.has(early.id))).toBe(true);
    expect(await countsOf(url)).toEqual({ [`events_d${TODAY - 1}`]: 40, [`events_d${TODAY}`]: 41 });
    await close();
  });

  it('that a wrong clock makes up get none', async () => {
    const { url, stores, close } = await open();
    const add = addToStore(stores[0]!);
    expect((await add([eventAt(NOW - 30 * DAY), eventAt(NOW + 3000 * DAY)])).size).toBe(2);
    expect(await countsOf(url)).toEqual({ events_rest: 2 });
    await close();
  });

  it('cannot be made while somebody reads for long: events are taken in all the same', async () => {
    const { url, stores, close } = await open(2);
    await stores[0]!.transaction((tx) => tx.addEvents([eventAt(NOW)]));
    let end = () => {};
    let reading: Promise<void> | undefined;
    await new Promise<void>((begun) => {
      reading = stores[1]!.read(async (reader) => {
        await reader.eventTotals({ project: 'demo', from: 0, to: NOW });
        const ended = new Promise<void>((resolve) => {
          end = resolve;
        });
        begun();
        await ended;
      });
    });
    const added = await addToStore(stores[0]!)([eventAt(NOW)]);
    end();
    await reading;
    expect(added.size).toBe(1);
    expect(await countsOf(url)).toEqual({ events_rest: 2 });
    await close();
  });
});
