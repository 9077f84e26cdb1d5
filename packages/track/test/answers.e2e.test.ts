// Servers and networks that answer wrongly, late, or not at all.
import { describe, expect, it } from 'vitest';
import { fire, flush, pause, statsOf, until, untilFlushed, visit } from './support/chromium';
import { expectEachOnce, useBench } from './support/setup';

const bench = useBench();
/** Beyond the quick set. */
const full = process.env.FANFARE_FULL ? it : it.skip;

describe('only an answer that names an event takes it out of the queue', () => {
  const lies: [string, (batchId: string) => { status: number; body: string; type?: string }][] = [
    [
      'a captive portal: HTML with 200',
      () => ({ status: 200, body: '<html>Log in</html>', type: 'text/html' }),
    ],
    ['204', () => ({ status: 204, body: '' })],
    ['JSON that ends too early', (id) => ({ status: 200, body: `{"batch_id":"${id}","results":[{"id"` })],
    ['the answer to another batch', () => ({ status: 200, body: '{"batch_id":"x","results":[]}' })],
    ['JSON of somebody else', () => ({ status: 200, body: '{"status":"ok"}' })],
    ['a redirect of the login page that ends in JSON', () => ({ status: 200, body: '[]' })],
  ];
  it('not the lies of a network in between', async () => {
    const { context, server } = bench;
    let told = 0;
    server.fail(({ response, batch }) => {
      const { status, body, type = 'application/json' } = lies[told++ % lies.length]![1](batch.batch_id);
      server.send(response, status, body, { 'content-type': type });
    });
    const page = await visit(context, server);
    await fire(page, 30);
    while (told < lies.length) await flush(page);
    expect(await statsOf(page)).toMatchObject({ stored: 30, acked: 0, rejected: 0, dropped: 0 });
    server.fail(undefined);
    await flush(page);
    expectEachOnce(bench, 30);
    expect((await statsOf(page)).acked).toBe(30);
  });

  it('and only those that it names', async () => {
    const { context, server } = bench;
    server.fail(({ response, commit }) => {
      const { batch_id, results } = commit() as {
        batch_id: string;
        results: { id: string; status: string }[];
      };
      const some = results.map((result, i) => (i % 3 ? result : { ...result, status: 'retry' }));
      server.send(response, 200, { batch_id, results: some.slice(0, -2) });
    });
    const page = await visit(context, server);
    await fire(page, 30);
    await flush(page);
    const { acked } = await statsOf(page);
    expect(acked).toBeGreaterThan(0);
    expect(acked).toBeLessThan(30);
    server.fail(undefined);
    await untilFlushed(page, async () => (await statsOf(page)).acked === 30);
    expectEachOnce(bench, 30);
  });
});

describe('an answer that never comes', () => {
  it('after the server had committed: sent again, counted once', async () => {
    const { context, server } = bench;
    server.fail(({ response, commit }) => {
      commit();
      response.destroy();
    });
    const page = await visit(context, server);
    await fire(page, 120);
    await flush(page);
    expect(server.rows.size).toBe(100);
    server.fail(undefined);
    await untilFlushed(page, async () => (await statsOf(page)).acked === 120);
    expectEachOnce(bench, 120);
  });
});

const asked: [string, number, () => string][] = [['429 in seconds', 429, () => '2']];
if (process.env.FANFARE_FULL)
  asked.push(['503 as a date', 503, () => new Date(Math.ceil(Date.now() / 1000 + 2) * 1000).toUTCString()]);

describe('a server that asks for patience', () => {
  it.each(asked)('%s: no tab asks before', async (_, status, header) => {
    const { context, server } = bench;
    let until3 = 0;
    server.fail(({ response }) => {
      until3 = Date.now() + 1800;
      server.send(response, status, {}, { 'retry-after': header() });
      server.fail(undefined);
    });
    const page = await visit(context, server);
    await fire(page, 5);
    await flush(page);
    expect(server.received).toHaveLength(1);
    const other = await visit(context, server);
    await fire(other, 5, { from: 5 });
    while (Date.now() < until3 - 300) {
      await Promise.all([flush(page), flush(other)]);
      await pause(100);
    }
    expect(server.received).toHaveLength(1);
    await until(() => server.counts().size === 10);
    expectEachOnce(bench, 10);
  });
});

describe('a batch that is refused as a whole', () => {
  it('because of one event in 100: 99 are accepted, one is put aside', async () => {
    const { context, server } = bench;
    server.fail(({ response, batch, commit }) => {
      const isPoisoned = batch.events.some(({ props }) => props?.n === 42);
      if (isPoisoned) server.send(response, 400, { code: 'invalid_request' });
      else server.send(response, 200, commit());
    });
    const page = await visit(context, server);
    await fire(page, 100);
    await untilFlushed(page, async () => (await statsOf(page)).rejected === 1);
    expectEachOnce(bench, 99);
    expect(server.received.length).toBeLessThan(25);
    const { waiting, rejected } = (await page.evaluate(() => window.tracker.inspect()))!;
    expect(waiting).toBe(0);
    expect(rejected).toMatchObject([{ code: 'refused' }]);
  });

  full('because it is too large: halved', async () => {
    const { context, server } = bench;
    server.fail(({ response, batch, commit }) => {
      if (batch.events.length > 10) server.send(response, 413, { max_events: 10 });
      else server.send(response, 200, commit());
    });
    const page = await visit(context, server);
    await fire(page, 100);
    await untilFlushed(page, async () => (await statsOf(page)).acked === 100);
    expectEachOnce(bench, 100);
  });

  full('by a server that refuses everything for a while: nothing is put aside', async () => {
    const { context, server } = bench;
    server.fail(({ response }) => server.send(response, 400, {}));
    const page = await visit(context, server);
    await fire(page, 40);
    for (let i = 0; i < 3; i++) await flush(page);
    server.fail(undefined);
    await fire(page, 1, { from: 40 });
    await untilFlushed(page, async () => (await statsOf(page)).acked === 41);
    expect(await statsOf(page)).toMatchObject({ rejected: 0, dropped: 0 });
    expectEachOnce(bench, 41);
  });
});

describe('the budget of requests that outlive a page', () => {
  it('is kept: what does not fit stays for the next page', async () => {
    const { context, server } = bench;
    const page = await visit(context, server);
    await fire(page, 1, { from: 1000 });
    await flush(page);
    server.received.length = 0;
    await page.evaluate(() =>
      Promise.all(
        Array.from({ length: 40 }, (_, n) =>
          window.tracker.track('test.done', { n, text: '长'.repeat(1000) }),
        ),
      ),
    );
    await page.goto(`${server.url}/blank`);
    await until(() => server.received.length > 0);
    const [leaving] = server.received;
    expect(leaving!.bytes).toBeLessThanOrEqual(65_536);
    expect(leaving!.batch.events.length).toBeGreaterThan(10);
    expect(leaving!.batch.events.length).toBeLessThan(40);
    const next = await visit(context, server);
    await untilFlushed(next, () => server.counts().size === 41);
    expectEachOnce(bench, 41);
  });

  it('may be used up by the host: then fewer go, by beacon', async () => {
    const { context, server } = bench;
    const page = await visit(context, server);
    await fire(page, 1, { from: 1000 });
    await flush(page);
    server.received.length = 0;
    await page.evaluate(() =>
      Promise.all(
        Array.from({ length: 12 }, (_, n) =>
          window.tracker.track('test.done', { n, text: 'x'.repeat(2000) }),
        ),
      ),
    );
    await page.evaluate(() => {
      // The host's own farewell takes 50 of the 64 KiB, in the same moment.
      Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
      void fetch('/slow', { method: 'POST', keepalive: true, body: 'x'.repeat(50 * 1024) });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await until(() => server.received.length > 0);
    expect(server.received[0]!.batch.events.length).toBeLessThan(12);
    await page.close();
    expect(server.counts().size).toBeGreaterThan(1);
  });
});

describe('tabs', () => {
  it('four with 200 events each: 800, and next to nothing sent twice', async () => {
    const { context, server } = bench;
    const pages = await Promise.all([0, 1, 2, 3].map(() => visit(context, server)));
    await Promise.all(pages.map((page, i) => fire(page, 200, { from: i * 200 })));
    await until(() => server.counts().size === 800);
    await pause(600);
    await Promise.all(pages.map((page) => page.close()));
    await pause(200);
    expectEachOnce(bench, 800);
    expect(server.sent() - 800).toBeLessThan(8);
  });

  it.each([
    ['is passed over once it was silent for 30 s', 31_000, 5000],
    ...(process.env.FANFARE_FULL ? [['is passed over, in real time', 0, 45_000] as const] : []),
  ] as const)('one that is frozen and keeps its lock %s', async (_, silent, patience) => {
    const { context, server } = bench;
    const holder = await visit(context, server);
    await fire(holder, 1, { from: 100 });
    await flush(holder);
    await holder.evaluate(() => {
      void navigator.locks.request('fanfare-track-e2e', () => new Promise(() => {}));
    });
    const other = await context.newPage();
    await other.addInitScript((ms) => {
      const now = Date.now;
      Date.now = () => now() + ms;
    }, silent);
    await other.goto(server.url);
    await other.evaluate((endpoint) => {
      Object.assign(window, { tracker: window.track.createTracker({ key: 'e2e', endpoint }) });
    }, server.url);
    await fire(other, 20);
    await flush(other);
    await until(() => server.counts().size === 21, patience);
    expectEachOnce(bench, 21);
  });
});
