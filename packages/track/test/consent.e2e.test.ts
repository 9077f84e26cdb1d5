// Consent: nothing stored or sent before, nothing left after.
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { fire, flush, pause, statsOf, until, visit } from './support/chromium';
import { expectEachOnce, useBench } from './support/setup';

const bench = useBench();

const traces = (page: Page) =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    local: Object.keys(localStorage),
    tab: Object.keys(sessionStorage),
  }));
const NOTHING = { databases: [], local: [], tab: [] };

it('pending: in memory until it is decided, then everything is delivered', async () => {
  const { context, server } = bench;
  const page = await visit(context, server, { consent: 'pending' });
  expect(new Set(await fire(page, 30))).toEqual(new Set(['memory']));
  await flush(page);
  await pause(500);
  expect(server.received).toHaveLength(0);
  expect(await traces(page)).toEqual(NOTHING);
  await page.evaluate(() => window.tracker.setConsent('granted'));
  await until(() => server.counts().size === 30);
  expectEachOnce(bench, 30);
  expect(server.received[0]!.batch.context).toMatchObject({
    visitor: expect.any(String),
    session: expect.any(String),
  });
});

it('denied after pending: nothing was ever kept', async () => {
  const { context, server } = bench;
  const page = await visit(context, server, { consent: 'pending' });
  await fire(page, 10);
  await page.evaluate(() => window.tracker.setConsent('denied'));
  expect(await fire(page, 1)).toEqual(['dropped']);
  await pause(500);
  expect(await traces(page)).toEqual(NOTHING);
  expect(server.received).toHaveLength(0);
});

it('revoked in mid-flush: not a byte more, and no trace', async () => {
  const { context, server } = bench;
  server.fail(async ({ response, commit }) => {
    await pause(400);
    server.send(response, 200, commit());
  });
  const page = await visit(context, server);
  await fire(page, 300);
  void flush(page).catch(() => {});
  await until(() => server.received.length === 1);
  await page.evaluate(() => {
    void window.tracker.track('test.done', { n: 1000 });
    window.tracker.setConsent('denied');
    void window.tracker.flush();
  });
  await pause(900);
  expect(server.received).toHaveLength(1);
  expect(await traces(page)).toEqual(NOTHING);
  await page.reload();
  expect(await traces(page)).toEqual(NOTHING);
});

it('a page with nothing to tell makes no request', async () => {
  const { context, server } = bench;
  const page = await visit(context, server);
  await pause(1600);
  await page.close();
  expect(server.received).toHaveLength(0);
});

it('denied in one tab is denied in the others, and leaves no trace', async () => {
  const { context, server } = bench;
  const [one, other, idle] = await Promise.all([1, 2, 3].map(() => visit(context, server)));
  await fire(one!, 5);
  await fire(other!, 5, { from: 5 });
  await flush(one!);
  await until(() => server.counts().size === 10);
  await one!.evaluate(() => window.tracker.setConsent('denied'));
  for (const [at, page] of [other!, idle!].entries())
    await until(async () => (await fire(page, 1, { from: 100 + at }))[0] === 'dropped');
  const sent = server.received.length;
  await fire(other!, 20, { from: 200 });
  await flush(other!);
  await pause(500);
  expect(server.received).toHaveLength(sent);
  expect(await traces(one!)).toEqual(NOTHING);
});

it('pending: what does not fit into memory is a counted drop', async () => {
  const { context, server } = bench;
  const page = await visit(context, server, { consent: 'pending' });
  await fire(page, 230);
  expect(await statsOf(page)).toMatchObject({ dropped: 30 });
  await page.evaluate(() => window.tracker.setConsent('granted'));
  const reports = () => [...server.rows.values()].filter(({ name }) => name === '$dropped');
  await until(async () => {
    await flush(page);
    return server.counts().size === 200 && reports().length > 0;
  });
  expect(reports().map(({ props }) => props)).toMatchObject([{ reason: 'memory', count: 30 }]);
  expect(Math.min(...[...server.counts().keys()].map(Number))).toBe(30);
});
