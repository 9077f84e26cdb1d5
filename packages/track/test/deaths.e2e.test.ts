// Pages, renderers and browsers that die: what was stored arrives afterwards, once.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { crash, fire, fireAndForget, flush, pause, spawnChromium, until, visit } from './support/chromium';
import { expectEachOnce, seqsByPage, upTo, useBench } from './support/setup';

const bench = useBench();

describe('what is stored is delivered', () => {
  it('after a renderer crash with 100 stored', async () => {
    const { context, server } = bench;
    const page = await visit(context, server);
    expect(new Set(await fire(page, 100))).toEqual(new Set(['stored']));
    await crash(context, page);
    expect(server.rows.size).toBe(0);
    const next = await visit(context, server);
    await until(() => server.rows.size >= 100);
    expectEachOnce(bench, 100);
    expect(seqsByPage(bench)).toEqual([upTo(100)]);
    await next.close();
  });

  it('after a crash in an outage, when the server had committed a batch whose answer was lost', async () => {
    const { context, server } = bench;
    let requests = 0;
    server.fail(({ response, commit, batch }) => {
      if (requests++ === 0) {
        commit();
        response.destroy();
      } else server.send(response, 500, { title: String(batch.events.length) });
    });
    const page = await visit(context, server);
    await fire(page, 50);
    await flush(page);
    await crash(context, page);
    expect(server.rows.size).toBe(50);
    server.fail(undefined);
    const next = await visit(context, server);
    await until(
      async () => (await next.evaluate(async () => (await window.tracker.inspect())?.waiting)) === 0,
    );
    expectEachOnce(bench, 50);
  });

  it('after the browser was killed in mid-flush', async () => {
    const { server } = bench;
    const profile = mkdtempSync(join(tmpdir(), 'fanfare-track-'));
    let second: Awaited<ReturnType<typeof spawnChromium>> | undefined;
    try {
      const first = await spawnChromium(profile);
      let held = 0;
      // The request is there, and never gets anywhere.
      server.fail(() => void held++);
      const page = await visit(first.context, server);
      await fire(page, 250);
      void flush(page).catch(() => {});
      await until(() => held > 0);
      await first.kill();
      server.fail(undefined);
      second = await spawnChromium(profile);
      await visit(second.context, server);
      await until(() => server.counts().size >= 250);
      expectEachOnce(bench, 250);
      expect(seqsByPage(bench)).toEqual([upTo(250)]);
    } finally {
      await second?.kill();
      try {
        rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
      } catch {
        // What a killed browser's last process still writes stays among the temporary files.
      }
    }
  }, 60_000);
});

describe('a page that goes at once', () => {
  it('loses nothing when it is closed right after the call', async () => {
    const { context, server } = bench;
    for (let i = 0; i < 3; i++) {
      const page = await visit(context, server);
      await page.evaluate(() => window.tracker.track('page.opened'));
      await fireAndForget(page, 10, i * 10);
      await page.close();
    }
    await visit(context, server);
    await until(() => server.counts().size >= 30);
    expectEachOnce(bench, 30);
  });

  it('loses nothing when it is left in the same task, before the database was open', async () => {
    const { context, server } = bench;
    const page = await visit(context, server);
    await page
      .evaluate((url) => {
        const tracker = window.track.createTracker({ key: 'left', endpoint: url });
        for (let i = 0; i < 30; i++) void tracker.track('test.done', { n: i });
        location.href = '/blank';
      }, server.url)
      .catch(() => {});
    await page.waitForURL('**/blank');
    const next = await visit(context, server, { key: 'left' });
    await until(() => server.counts().size >= 30);
    await fire(next, 1, { from: 30 });
    await flush(next);
    expectEachOnce(bench, 31);
    expect(server.sent()).toBe(31);
  });

  it('loses nothing that was neither on disk nor sent: the airbag has it', async () => {
    const { context, server } = bench;
    const page = await visit(context, server, { endpoint: undefined }, () => {
      // A disk that has not answered by the time the page is left.
      IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
    });
    await fireAndForget(page, 20);
    await page.goto(`${server.url}/blank`);
    const next = await visit(context, server);
    await until(() => server.counts().size >= 20);
    expectEachOnce(bench, 20);
    await flush(next);
    expect(await next.evaluate(() => Object.keys(localStorage).filter((name) => name.includes(':')))).toEqual(
      [],
    );
  });

  it('sends on leaving, and does not send again what most likely arrived', async () => {
    const { context, server } = bench;
    const page = await visit(context, server);
    // The sending part is there.
    await fire(page, 1, { from: 1000 });
    await flush(page);
    await fire(page, 100);
    await page.goto(`${server.url}/blank`);
    await until(() => server.counts().size >= 101);
    const next = await visit(context, server);
    await fire(next, 1, { from: 1001 });
    await flush(next);
    await pause(500);
    expectEachOnce(bench, 102);
    expect(server.sent()).toBe(102);
    expect(server.received.every(({ bytes, type }) => bytes <= 65_536 && type === 'text/plain')).toBe(true);
  });
});
