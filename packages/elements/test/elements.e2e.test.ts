// The loader as pages use it: a script tag, tags now and later, a file that cannot be reached.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chromiumArgs, findChromium } from '../../../scripts/chromium.mjs';

const dist = resolve(import.meta.dirname, '../dist');
const SITE = 'http://site.test';
let browser: Browser;
let page: Page;

beforeAll(async () => {
  if (!existsSync(`${dist}/fanfare.js`))
    throw new Error(`${dist} is missing. Run the build first: npm run build`);
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
});
afterAll(() => browser?.close());
afterEach(() => page?.close());

/** Opens a page of this body with the loader; `files` names what was downloaded. */
async function open(body: string, isReachable: (file: string) => boolean = () => true) {
  page = await browser.newPage();
  const files: string[] = [];
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(`uncaught ${error}`));
  await page.route(`${SITE}/**`, (route) => {
    const file = new URL(route.request().url()).pathname.slice(1);
    if (!file)
      return route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><title>Page</title><script type="module" src="/fanfare.js"></script>${body}</html>`,
      });
    files.push(file);
    if (!isReachable(file)) return route.abort();
    return route.fulfill({ contentType: 'text/javascript', body: readFileSync(`${dist}/${file}`) });
  });
  await page.goto(`${SITE}/`);
  return { page, files, errors };
}

const timer = '<fanfare-countdown until="2099-01-01T00:00:00Z"></fanfare-countdown>';
const shown = (page: Page) => page.locator('fanfare-countdown').first().getByRole('timer').count();

it('is at most 2 kB gzip', () => {
  expect(gzipSync(readFileSync(`${dist}/fanfare.js`), { level: 9 }).length).toBeLessThanOrEqual(2048);
});

it('imports nothing that is not in its folder', () => {
  for (const file of ['fanfare.js'])
    for (const [, from] of readFileSync(`${dist}/${file}`, 'utf8').matchAll(/import\(["'`]([^"'`]+)/g))
      expect(from).toMatch(/^\.\//);
});

describe('a page with one script tag', () => {
  it('brings tags to life, and downloads nothing for those it has not', async () => {
    const { page, files, errors } = await open(timer);
    await expect.poll(() => shown(page)).toBe(1);
    const code = files.map((file) => readFileSync(`${dist}/${file}`, 'utf8')).join('');
    expect(code).not.toContain('fanfare-drawn');
    expect(files.some((file) => /lottery|confetti/.test(file))).toBe(false);
    expect(errors).toEqual([]);
  });

  it('downloads only itself while there is no tag, and finds one that comes later', async () => {
    const { page, files } = await open('<p>Nothing yet</p>');
    await page.waitForLoadState('networkidle');
    expect(files).toEqual(['fanfare.js']);
    await page.evaluate(() => {
      const later = document.createElement('fanfare-countdown');
      later.setAttribute('until', '2099-01-01T00:00:00Z');
      const box = document.createElement('div');
      box.append(later);
      document.body.append(box);
    });
    await expect.poll(() => shown(page)).toBe(1);
  });

  it('looks after a shadow root when it is told', async () => {
    const { page } = await open('<div id="host"></div>');
    // As text, because the test runner rewrites an import() in code.
    await page.evaluate(`(async () => {
      const root = document.querySelector('#host').attachShadow({ mode: 'open' });
      const inner = document.createElement('fanfare-countdown');
      inner.setAttribute('until', '2099-01-01T00:00:00Z');
      root.append(inner);
      const { watch } = await import('/fanfare.js');
      watch(root);
    })()`);
    await expect.poll(() => shown(page)).toBe(1);
  });

  it('adds nothing to the page but what its tags show', async () => {
    const { page } = await open('');
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => Object.keys(window).filter((name) => /fanfare/i.test(name)))).toEqual(
      [],
    );
    expect(
      await page.evaluate(() => document.querySelectorAll('style, link, script:not([src])').length),
    ).toBe(0);
  });
});

describe('what cannot be loaded', () => {
  it('is said in the console, leaves the page alone, and is tried again when back online', async () => {
    let isReachable = false;
    const { page, errors } = await open(
      `<p>Host</p>${timer}`,
      (file) => file === 'fanfare.js' || isReachable,
    );
    await expect
      .poll(() => errors.join('\n'))
      .toContain('[fanfare/elements] <fanfare-countdown> could not be loaded.');
    expect(errors.filter((error) => error.startsWith('uncaught'))).toEqual([]);
    expect(await page.locator('p').textContent()).toBe('Host');
    isReachable = true;
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect.poll(() => shown(page)).toBe(1);
  });

  it('names a tag that is not known', async () => {
    const { errors } = await open('<fanfare-countdwon></fanfare-countdwon>');
    await expect
      .poll(() => errors.join('\n'))
      .toContain('<fanfare-countdwon> is not known here. Use one of <fanfare-activity>');
  });
});
