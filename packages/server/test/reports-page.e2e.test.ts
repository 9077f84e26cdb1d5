// The report page in a Chromium: opened with a key that is kept nowhere, followed live, read by everybody.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumArgs, findChromium } from '../../../scripts/chromium.mjs';
import { createApp, seedDefinition } from '../src/index.js';
import { memoryStore } from '../src/memory/index.js';
import { type Served, serve } from '../src/node/index.js';
import { keys, LIVE, plain } from './backend.js';

const KEY = keys.admin[0]!.key;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
const HOSTILE = '<img src=x onerror=alert(1)>';

let browser: Browser;
let server: Served;
let number = 0;

const send = async (names: string[], channel?: string) => {
  const visitor = `v${++number}`;
  const at = new Date(LIVE - 1000).toISOString();
  const events = names.map((name, seq) => ({
    id: `${visitor}-${seq}`,
    name,
    created_at: at,
    pid: visitor,
    seq: seq + 1,
  }));
  const context = { activity: 'plain', visitor, channel };
  const body = JSON.stringify({ key: 'pk_test', batch_id: visitor, sent_at: at, context, events });
  expect((await fetch(`${server.url}/v1/events`, { method: 'POST', body })).status).toBe(200);
};

beforeAll(async () => {
  const store = memoryStore();
  await seedDefinition(store, {
    ...plain,
    report: { channels: [{ id: 'sms', reach: 50, cost: 4000 }], targets: [{ step: 'tapped', people: 4 }] },
  });
  const app = createApp({ store, keys, clock: () => LIVE, trackKeys: [{ key: 'pk_test', project: 'demo' }] });
  server = await serve(app, { port: 0, host: '127.0.0.1' });
  await send(['page.opened', 'lottery.shown', 'lottery.tapped'], 'sms');
  await send(['page.opened', 'lottery.shown'], HOSTILE);
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

interface Look {
  width?: number;
  locale?: 'zh-CN' | 'en-GB';
  colorScheme?: 'light' | 'dark';
}

/** The page before its form; `problems` are errors and broken policies. */
async function visit({ width = 375, locale = 'en-GB', colorScheme = 'light' }: Look = {}) {
  const page = await browser.newPage({ viewport: { width, height: 800 }, locale, colorScheme });
  const problems: string[] = [];
  page.on('pageerror', ({ message }) => problems.push(message));
  page.on('console', (message) => {
    // The browser reports every refused request; that it was refused is what is tested.
    if (message.type() === 'error' && !message.text().includes('status of 401'))
      problems.push(message.text());
  });
  await page.goto(`${server.url}/v1/admin/reports?activity=plain`);
  return { page, problems };
}

async function enter(page: Page, key = KEY) {
  await page.locator('input[type=password]').fill(key);
  await page.locator('form button:not([type])').click();
}

const figure = (page: Page, step: number) => page.locator('#steps .step').nth(step).locator('.figure');

async function expectClean(page: Page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(),
  );
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

describe('the report page', () => {
  it.each<Look>([
    { width: 375, locale: 'zh-CN', colorScheme: 'light' },
    { width: 1280, locale: 'en-GB', colorScheme: 'dark' },
  ])('is read by everybody: $width, $locale, $colorScheme', async (look) => {
    const { page, problems } = await visit(look);
    await expectClean(page);
    await enter(page);
    await page.locator('#steps .step').first().waitFor();
    for (const summary of await page.locator('summary:visible').all()) await summary.click();
    await expectClean(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.width);
    const text = (await page.locator('body').textContent()) ?? '';
    expect(text).toContain(look.locale === 'zh-CN' ? '转化漏斗' : 'Funnel');
    expect(await figure(page, 0).textContent()).toBe('2');
    expect(await page.locator('#steps table tbody tr').count()).toBe(5);
    expect(text).toContain(HOSTILE);
    expect(problems).toEqual([]);
    await page.close();
  });

  it('follows what comes, by itself again once it is made live', async () => {
    const { page, problems } = await visit();
    await enter(page);
    const live = page.getByRole('button', { name: 'Live' });
    await expect.poll(() => figure(page, 0).textContent()).toBe('2');
    await live.click();
    await send(['page.opened']);
    const paused = page.getByRole('button', { name: 'Paused' });
    expect(await paused.getAttribute('aria-pressed')).toBe('false');
    expect(await figure(page, 0).textContent()).toBe('2');
    await paused.click();
    await expect.poll(() => figure(page, 0).textContent()).toBe('3');
    await page.getByRole('button', { name: 'of the first visit' }).click();
    await expect.poll(() => page.locator('.report').getAttribute('aria-busy')).toBe('false');
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { name: '转化漏斗' }).waitFor();
    expect(problems).toEqual([]);
    await page.close();
  });

  it('keeps the key in memory alone, sends it to no address, and forgets it', async () => {
    const { page } = await visit();
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    await enter(page, 'wrong-key-0123456789');
    await page.getByRole('alert').filter({ hasText: 'does not open' }).waitFor();
    await enter(page);
    await figure(page, 0).waitFor();
    const kept = await page.evaluate(async () => [
      JSON.stringify([
        { ...localStorage },
        { ...sessionStorage },
        document.cookie,
        location.href,
        history.state,
      ]),
      document.documentElement.outerHTML,
      JSON.stringify(await indexedDB.databases()),
      [...document.querySelectorAll('input')].map(({ value }) => value).join(),
    ]);
    expect([...kept, ...addresses].join()).not.toContain(KEY);
    await page.getByRole('button', { name: 'Forget the key' }).click();
    expect(await page.locator('input[type=password]').inputValue()).toBe('');
    await page.close();
  });

  it('hands tables out as files', async () => {
    const { page } = await visit();
    await enter(page);
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'By channel: CSV' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('plain-channels.csv');
    expect(readFileSync(await download.path(), 'utf8')).toMatch(/^\ufeffchannel,title,known,/);
    await page.close();
  });

  it('is sent with a strict policy, in no frame, and other names answer 404', async () => {
    const page = await fetch(`${server.url}/v1/admin/reports`);
    expect(page.headers.get('Content-Security-Policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'; .*frame-ancestors 'none'; require-trusted-types-for 'script'/,
    );
    expect(page.headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(page.headers.get('Access-Control-Allow-Origin')).toBeNull();
    for (const name of ['none.js', '__proto__', '..%2Findex.html'])
      expect((await fetch(`${server.url}/v1/admin/reports/${name}`)).status, name).toBe(404);
  });
});
