// A host's site with the built files on it, in a Chromium that all tests of a file share.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page, type Route } from 'playwright';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { chromiumArgs, findChromium } from '../../../../scripts/chromium.mjs';

export const dist = resolve(import.meta.dirname, '../../dist');
export const SITE = 'http://site.test';
/** A countdown that needs no backend. */
export const timer = '<fanfare-countdown until="2099-01-01T00:00:00Z"></fanfare-countdown>';

export interface SiteOptions {
  /** @default the loader */
  head?: string;
  /** Sent with the page. */
  headers?: Record<string, string>;
  /** Runs in the page before anything of it. */
  before?: (() => void) | string;
  isReachable?: (file: string) => boolean;
  /** Changes a file of the site on its way out. */
  rewrite?: (text: string, path: string) => string;
  /** A backend that answers below `/api`. */
  api?: string;
  /** More pages and files of the host, by path. */
  files?: Record<string, { type: string; text: string }>;
}

const LOADER = '<script type="module" src="/fanfare.js"></script>';
/** `/fanfare.js` and, for a second copy on the page, `/other/fanfare.js`. */
const FOLDERS = /^\/(?:other\/)?/;

/** Opens pages; the browser lives as long as the test file, a page as long as its test. */
export function useSite() {
  let browser: Browser;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    if (!existsSync(`${dist}/fanfare.js`))
      throw new Error(`${dist} is missing. Run the build first: npm run build`);
    browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });

  /** Opens a page of this body; `files` names what was downloaded, `errors` what was said or thrown. */
  async function open(body: string, options: SiteOptions = {}) {
    // Each page is another visitor's.
    const context = await browser.newContext({ locale: 'en-US' });
    contexts.push(context);
    const page = await context.newPage();
    const files: string[] = [];
    const errors: string[] = [];
    const warnings: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
      if (message.type() === 'warning') warnings.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(`uncaught ${error}`));
    if (options.before) await page.addInitScript(options.before);
    await serve(page, body, options, files);
    await page.goto(`${SITE}/`);
    return { page, files, errors, warnings };
  }
  return { open, browser: () => browser };
}

/** For pages whose origin is opaque. */
const OPEN = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Expose-Headers': '*',
};

async function forward(route: Route, api: string) {
  const request = route.request();
  if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers: OPEN });
  const { origin: _, host: _h, ...headers } = request.headers();
  const answer = await fetch(request.url().replace(`${SITE}/api`, api), {
    method: request.method(),
    headers,
    body: request.postData(),
  });
  const body = Buffer.from(await answer.arrayBuffer());
  await route.fulfill({
    status: answer.status,
    headers: { ...Object.fromEntries(answer.headers), ...OPEN },
    body,
  });
}

async function serve(page: Page, body: string, options: SiteOptions, files: string[]) {
  const { head = LOADER, headers = {}, isReachable = () => true, rewrite = (text) => text } = options;
  await page.route(`${SITE}/**`, (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/')
      return route.fulfill({
        contentType: 'text/html',
        headers,
        body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title>${head}${body}</html>`,
      });
    // A page that is closed in the middle of a request needs no answer.
    if (options.api && path.startsWith('/api/')) return forward(route, options.api).catch(() => {});
    const own = options.files?.[path];
    if (own) return route.fulfill({ contentType: own.type, headers, body: own.text });
    files.push(path.slice(1));
    if (!isReachable(path.slice(1))) return route.abort();
    const file = `${dist}/${path.replace(FOLDERS, '')}`;
    if (!existsSync(file)) return route.fulfill({ status: 404, body: 'Not found' });
    const text = rewrite(readFileSync(file, 'utf8'), path);
    return route.fulfill({ contentType: 'text/javascript', headers: { ...OPEN, ...headers }, body: text });
  });
}

/** How many of a page's countdowns show a timer. */
export const timers = (page: Page) => page.locator('fanfare-countdown').getByRole('timer').count();
