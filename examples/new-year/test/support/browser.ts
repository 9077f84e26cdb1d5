// One Chromium for a file of tests, and a fresh profile for each visitor.
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import { chromiumArgs, findChromium } from '../../../../scripts/chromium.mjs';

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** Requests to the backend so far, as `GET /v1/time`; without preflights. */
  requests: string[];
  /** Errors of the console and the page so far. */
  errors: string[];
}

/** Starts the browser before the tests of the file and stops it after them. */
export function useBrowser() {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
  });
  afterAll(() => browser?.close());
  const contexts: BrowserContext[] = [];

  return {
    async newContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
      const context = await browser.newContext({ viewport: { width: 375, height: 812 }, ...options });
      contexts.push(context);
      return context;
    },
    /** Closes what a test has opened. */
    async closeAll() {
      await Promise.all(contexts.splice(0).map((context) => context.close()));
    },
  };
}

/** Opens a page and listens to it; `before` runs ahead of the first navigation. */
export async function visit(
  context: BrowserContext,
  url: string,
  before: (page: Page) => Promise<unknown> | unknown = () => {},
): Promise<Visit> {
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/v1') && !pathname.startsWith('/v1/dev'))
      requests.push(`${request.method()} ${pathname}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  await before(page);
  await page.goto(url);
  return { page, context, requests, errors };
}
