// The real client against the real intake, over HTTP and from another origin.
import { createApp, type Store } from '@fanfare/server';
import { memoryStore } from '@fanfare/server/memory';
import { serve } from '@fanfare/server/node';
import { afterEach, expect, it } from 'vitest';
import { type Cable, layCable } from '../../server/test/support/cable.js';
import { fire, statsOf, untilFlushed, visit } from './support/chromium';
import { useBench } from './support/setup';

const bench = useBench();
const ADMIN = 'admin-key-0123456789';
const keys = {
  ...{ participant: [], host: [], admin: [{ key: ADMIN }] },
  guest: 'guest-secret-of-the-test-project-0123456789',
};

let stop = async () => {};
afterEach(() => stop());

/** The app behind a cable that a test can pull. `meet` sees what the app has answered, before the page does. */
async function open(store: Store, meet: (request: Request, cable: Cable) => void) {
  const app = createApp({ store, keys, trackKeys: [{ key: 'pk_test', project: 'demo' }] });
  let cable: Cable | undefined;
  const fetchThrough = async (request: Request) => {
    const answer = await app.fetch(request);
    if (cable) meet(request, cable);
    return answer;
  };
  const server = await serve({ fetch: fetchThrough }, { port: 0, host: '127.0.0.1' });
  cable = await layCable(server.url);
  stop = async () => {
    await cable?.close();
    await server.stop();
  };
  const report = async (name: string) => {
    const request = new Request(`${server.url}/v1/admin/events/${name}?project=demo`, {
      headers: { Authorization: `Bearer ${ADMIN}` },
    });
    return (await app.fetch(request)).json();
  };
  return { url: cable.url.replace(/\/$/, ''), report };
}

it('counts 300 events once each although the connection was cut after a commit', async () => {
  const store = memoryStore();
  const requests: string[] = [];
  let cuts = 0;
  const { url, report } = await open(store, (request, cable) => {
    const { search } = new URL(request.url);
    requests.push(`${request.method}${search} ${request.headers.get('Content-Type')}`);
    if (cuts++ > 0) return;
    cable.pull();
    setTimeout(cable.plug, 200);
  });
  const page = await visit(bench.context, bench.server, { endpoint: url, key: 'pk_test' });
  expect(new URL(page.url()).origin).not.toBe(url);
  await fire(page, 300);
  await untilFlushed(page, async () => (await statsOf(page)).acked >= 300, 30_000);

  const rows = (await store.snapshot()).events.map(([, event]) => event);
  const marks = rows.map(({ props }) => JSON.parse(props ?? '{}').n);
  expect([...marks].sort((a, b) => a - b)).toEqual(Array.from({ length: 300 }, (_, n) => n));
  const counts = await report('counts');
  expect(counts.items.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(300);
  expect(await report('gaps')).toMatchObject({
    ...{ pages: 1, events: 300, missing: 0, dropped: 0, unexplained: 0, gaps: [], is_complete: true },
  });
  // 300 fit into three requests; the one whose answer was cut off came again. No preflight among them.
  expect(requests.length).toBeGreaterThan(3);
  expect(new Set(requests)).toEqual(new Set(['POST?enc=gzip text/plain']));
  expect(await statsOf(page)).toMatchObject({ stored: 300, acked: 300, rejected: 0, dropped: 0 });
});
