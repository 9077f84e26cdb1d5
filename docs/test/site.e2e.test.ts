// The site as a reader meets it, and the first snippets as a newcomer pastes them.
import { existsSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { createApp, seedDefinition } from '@fanfare/server';
import { memoryStore } from '@fanfare/server/memory';
import activity from '@fanfare-example/new-year/activity.json';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumArgs, findChromium } from '../../scripts/chromium.mjs';

const root = resolve(import.meta.dirname, '../..');
const site = join(root, 'docs/.vitepress/dist');
const loader = join(root, 'packages/elements/dist');
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** The gate runs what a newcomer meets first; the full suite the rest. */
const isFull = Boolean(process.env.FANFARE_FULL);

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
});
afterAll(() => browser?.close());

/** A page of 375 px that gathers what goes wrong in it. */
async function openPage() {
  const page = await browser.newPage({ viewport: { width: 375, height: 720 }, locale: 'en-US' });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  return { page, errors };
}

/** Answers an origin from a folder. */
const serveFolder = (page: Page, origin: string, folder: string) =>
  page.route(`${origin}/**`, (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname);
    const file = [path, `${path}.html`, `${path}index.html`]
      .map((name) => join(folder, name))
      .find((name) => extname(name) && existsSync(name));
    if (!file) return route.fulfill({ status: 404, body: '' });
    return route.fulfill({ path: file, contentType: types[extname(file)] ?? 'application/octet-stream' });
  });

describe('the site', () => {
  it.each(isFull ? ['', '/zh'] : [''])(
    'shows a wheel that can be turned, at %s/widgets/lottery',
    async (base) => {
      const { page, errors } = await openPage();
      await serveFolder(page, 'https://docs.test', site);
      await page.goto(`https://docs.test${base}/widgets/lottery`);
      const wheel = page.locator('fanfare-lottery').first();
      const button = wheel.locator('[part~=button]').first();
      await button.waitFor();
      await expect.poll(() => button.isEnabled(), { timeout: 30_000 }).toBe(true);
      await button.click();
      await wheel.locator('[part~=result]').waitFor();
      expect(await page.getByRole('term').filter({ hasText: 'min-spin' }).count()).toBe(1);
      expect(errors).toEqual([]);
      await page.close();
    },
  );

  it.each(isFull ? ['', '/zh'] : ['/zh'])('runs every demo without an error, at %s', async (base) => {
    const { page, errors } = await openPage();
    await serveFolder(page, 'https://docs.test', site);
    for (const name of ['countdown', 'poster', 'invite', 'checkin']) {
      await page.goto(`https://docs.test${base}/widgets/${name}`);
      await page.locator(`fanfare-${name} [part]`).first().waitFor();
      await page.locator('fanfare-rehearsal').first().waitFor();
    }
    expect(errors).toEqual([]);
    await page.close();
  });
});

describe('a snippet of the first page', () => {
  const snippet = (language: string, name: string) => {
    const text = readFileSync(join(root, 'docs', language, 'start.md'), 'utf8');
    return new RegExp(`<!-- run: ${name} -->\\n\`\`\`html\\n([\\s\\S]*?)\`\`\``).exec(text)![1]!;
  };
  async function run(html: string) {
    const { page, errors } = await openPage();
    await serveFolder(page, 'http://host.test', join(loader, '..'));
    await page.route('http://host.test/fanfare/**', (route) =>
      route.fulfill({
        path: join(loader, new URL(route.request().url()).pathname.replace('/fanfare', '')),
        contentType: 'text/javascript',
      }),
    );
    await page.route('http://host.test/', (route) =>
      route.fulfill({ body: html, contentType: 'text/html', headers: { Date: new Date().toUTCString() } }),
    );
    return { page, errors };
  }

  it.each(isFull ? ['.', 'zh'] : ['.'])(
    'brings a countdown and a wheel to life with one script tag (%s)',
    async (language) => {
      const store = memoryStore();
      const live = Date.parse(activity.schedule.start_at) + 3_600_000;
      const clock = () => live;
      const landing = { ...activity, origins: ['http://host.test'] };
      await seedDefinition(store, landing, { clock });
      const app = createApp({
        store,
        clock,
        keys: { participant: [], guest: 'a-guest-key-of-this-test-0123456789', host: [], admin: [] },
      });
      const { page, errors } = await run(snippet(language, 'script-tag'));
      await page.route('https://api.example.com/**', async (route) => {
        const asked = route.request();
        const answer = await app.fetch(
          new Request(asked.url(), {
            method: asked.method(),
            headers: await asked.allHeaders(),
            ...(asked.postDataBuffer() && { body: new Uint8Array(asked.postDataBuffer()!) }),
          }),
        );
        await route.fulfill({
          status: answer.status,
          headers: Object.fromEntries(answer.headers),
          body: Buffer.from(await answer.arrayBuffer()),
        });
      });
      await page.goto('http://host.test/');
      await expect.poll(() => page.locator('fanfare-countdown [part~=timer]').count()).toBe(1);
      const button = page.locator('fanfare-lottery [part~=button]').first();
      await expect.poll(() => button.isEnabled(), { timeout: 30_000 }).toBe(true);
      await button.click();
      await page.locator('fanfare-lottery [part~=result]').waitFor();
      expect(errors).toEqual([]);
      await page.close();
    },
  );

  it.each(isFull ? ['.', 'zh'] : ['zh'])('counts down with no backend (%s)', async (language) => {
    const { page, errors } = await run(snippet(language, 'alone'));
    await page.goto('http://host.test/');
    await expect.poll(() => page.locator('fanfare-countdown [part~=number]').count()).toBeGreaterThan(2);
    expect(errors).toEqual([]);
    await page.close();
  });
});
