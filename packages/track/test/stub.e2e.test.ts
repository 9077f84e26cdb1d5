// Events from before the tracker is there: taken over when it comes, sent when the page is left before, never doubled.
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { fire, flush, until, untilFlushed, visit } from './support/chromium';
import { expectEachOnce, seqsByPage, upTo, useBench } from './support/setup';

const bench = useBench();
let stub: string;
beforeAll(async () => {
  const source = join(import.meta.dirname, '../src/stub/index.ts');
  const { outputFiles } = await build({
    ...{
      entryPoints: [source],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'stub',
      target: 'es2019',
    },
    conditions: ['@fanfare/source'],
  });
  stub = outputFiles[0]!.text;
});

declare global {
  interface Window {
    stub: typeof import('../src/stub/index.js');
    early: import('../src/stub/index.js').TrackStub;
  }
}

/** A page with the stub, and ten calls. */
async function openEarly(options: { consent?: boolean } = {}): Promise<Page> {
  const page = await bench.context.newPage();
  await page.goto(bench.server.url);
  await page.addScriptTag({ content: stub });
  await page.evaluate(
    (given) => {
      window.early = window.stub.createTrackStub({ key: 'e2e', ...given });
      for (let n = 0; n < 10; n++) void window.early.track('test.done', { n, phone: '13812345678' });
    },
    { endpoint: bench.server.url, ...options },
  );
  return page;
}
const load = (page: Page) =>
  page.evaluate((endpoint) => {
    Object.assign(window, {
      tracker: window.track.createTracker({ key: 'e2e', endpoint, early: window.early }),
    });
  }, bench.server.url);

describe('calls before the tracker is loaded', () => {
  it('are delivered once it is, with their own time, and later ones follow', async () => {
    const { server } = bench;
    const page = await openEarly();
    const before = Date.now();
    await page.waitForTimeout(300);
    await load(page);
    const late = await page.evaluate(() => window.early.track('test.done', { n: 10 }));
    expect(late).toBe('stored');
    await fire(page, 1, { from: 11 });
    await untilFlushed(page, () => server.counts().size === 12);
    expectEachOnce(bench, 12);
    expect(seqsByPage(bench)).toEqual([upTo(12)]);
    const first = [...server.rows.values()].find(({ seq }) => seq === 1)!;
    expect(Date.parse(first.created_at)).toBeLessThanOrEqual(before);
    expect(JSON.stringify(server.received)).not.toContain('13812345678');
  });

  it('go by beacon when the page is left before; a tracker that comes after all sends the same ids', async () => {
    const { server } = bench;
    const page = await openEarly();
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
    await until(() => server.counts().size === 10);
    expect(server.received[0]!.type).toContain('text/plain');
    expect(JSON.stringify(server.received)).not.toContain('13812345678');
    // Back from the page cache: the tracker is loaded now.
    await load(page);
    await flush(page);
    await until(() => server.sent() === 20);
    expectEachOnce(bench, 10);
    expect(seqsByPage(bench)).toEqual([upTo(10)]);
  });

  it('go by beacon when the page is really left, and carry who it was', async () => {
    const { context, server } = bench;
    const earlier = await visit(context, server, { channel: 'moments' });
    await fire(earlier, 1, { from: 100 });
    await flush(earlier);
    const page = await openEarly();
    await page.goto(`${server.url}/blank`);
    await until(() => server.counts().size === 11);
    expect(server.received.at(-1)!.batch.context).toMatchObject({ channel: 'moments' });
    expect(server.received.at(-1)!.batch.context.visitor).toBe(server.received[0]!.batch.context.visitor);
  });

  it('without consent go nowhere until the tracker has it', async () => {
    const { server } = bench;
    const page = await openEarly({ consent: false });
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
    await page.evaluate((endpoint) => {
      const options = { key: 'e2e', endpoint, early: window.early, consent: 'pending' as const };
      Object.assign(window, { tracker: window.track.createTracker(options) });
    }, server.url);
    await page.waitForTimeout(500);
    expect(server.received).toHaveLength(0);
    await page.evaluate(() => window.tracker.setConsent('granted'));
    await untilFlushed(page, () => server.counts().size === 10);
    expectEachOnce(bench, 10);
  });
});
