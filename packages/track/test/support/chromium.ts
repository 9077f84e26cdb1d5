// A Chromium driven from outside, and a page with a tracker in it.
import { type ChildProcess, spawn } from 'node:child_process';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { chromiumArgs, findChromium } from '../../../../scripts/chromium.mjs';
import type { TrackerOptions } from '../../src/tracker.js';
import type { FaultServer } from './fault-server.js';

export const launchChromium = () =>
  chromium.launch({ executablePath: findChromium(), args: chromiumArgs, headless: true });

/** A Chromium of our own process, so that it can be killed as a phone kills an app. */
export async function spawnChromium(profile: string) {
  const child: ChildProcess = spawn(
    findChromium() ?? 'chromium',
    [
      ...chromiumArgs,
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (data) => {
      said += data;
      const [, url] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
      if (url) resolve(url);
    });
    child.once('exit', () => reject(new Error(`Chromium did not start: ${said}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  return {
    context: browser.contexts()[0]!,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

export type Options = Omit<TrackerOptions, 'key' | 'token' | 'world' | 'plan' | 'experiments'> & {
  key?: string;
};

/** Opens the server's page and makes `window.tracker`; `prepare` runs in the page before its scripts. */
export async function visit(
  context: BrowserContext,
  server: FaultServer,
  options: Options = {},
  prepare?: () => void,
): Promise<Page> {
  const page = await context.newPage();
  if (prepare) await page.addInitScript(prepare);
  await page.goto(server.url);
  await page.evaluate(
    (given) => {
      Object.assign(window, { tracker: window.track.createTracker({ key: 'e2e', ...given }) });
    },
    { endpoint: server.url, ...options },
  );
  return page;
}

/** Tracks `count` events marked `n`, all in one task; settles with where they are, unless told not to wait. */
export const fire = (page: Page, count: number, { from = 0, name = 'test.done' } = {}) =>
  page.evaluate(
    ([count, from, name]) =>
      Promise.all(Array.from({ length: count }, (_, i) => window.tracker.track(name, { n: from + i }))),
    [count, from, name] as const,
  );

/** Tracks without waiting for anything. */
export const fireAndForget = (page: Page, count: number, from = 0) =>
  page.evaluate(
    ([count, from]) => {
      for (let i = from; i < from + count; i++) void window.tracker.track('test.done', { n: i });
    },
    [count, from] as const,
  );

export const flush = (page: Page) => page.evaluate(() => window.tracker.flush());
export const statsOf = (page: Page) => page.evaluate(() => window.tracker.stats());

export async function crash(context: BrowserContext, page: Page) {
  const session = await context.newCDPSession(page);
  const crashed = new Promise((resolve) => page.once('crash', resolve));
  session.send('Page.crash').catch(() => {});
  await crashed;
  await page.close();
}

/** The page believes that it is hidden, or shown again. */
export const setVisible = (page: Page, visible: boolean) =>
  page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
      document.dispatchEvent(new Event('visibilitychange'));
    },
    visible ? 'visible' : 'hidden',
  );

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Tries until it is so, or fails after `ms`. */
export async function until(check: () => boolean | Promise<boolean>, ms = 15_000): Promise<void> {
  const end = Date.now() + ms;
  while (!(await check())) {
    if (Date.now() > end) throw new Error('it never came to be');
    await pause(50);
  }
}

/** Flushes again and again until it is so. */
export const untilFlushed = (page: Page, check: () => boolean | Promise<boolean>, ms?: number) =>
  until(async () => {
    await flush(page);
    return check();
  }, ms);

declare global {
  interface Window {
    track: typeof import('../../src/index.js');
    tracker: import('../../src/index.js').Tracker;
  }
}
