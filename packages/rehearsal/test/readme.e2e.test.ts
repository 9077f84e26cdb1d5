// The README's page, word for word, from the built packages: under the strict policy, in two tabs, after a reload.
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromiumArgs, findChromium } from '../../../scripts/chromium.mjs';

const home = resolve(import.meta.dirname, '..');
const readme = readFileSync(join(home, 'README.md'), 'utf8');
const snippet = (language: string) => new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme)![1]!;

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data: https:; require-trusted-types-for 'script'";

let server: Server;
let browser: Browser;
let url: string;
const asked: string[] = [];

beforeAll(async () => {
  const code = snippet('js').replace('./activity.json', '../../examples/new-year/activity.json');
  const { outputFiles } = await build({
    // The tests' own eyes, beside the README's lines.
    stdin: { contents: `${code}\nwindow.rehearsal = rehearsal;`, resolveDir: home },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    outdir: '/page',
    entryNames: 'main',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
    write: false,
  });
  const files = new Map(outputFiles.map(({ path, text }) => [path, text]));
  const page = `<!doctype html><html lang="en"><title>Rehearsal</title><link rel="icon" href="data:,">${snippet('html')}<script type="module" src="/page/main.js"></script></html>`;
  server = createServer(({ url: path = '/' }, response) => {
    if (!path.startsWith('/page/') && path !== '/') asked.push(path);
    response.setHeader('Content-Security-Policy', POLICY);
    response.setHeader('Content-Type', path === '/' ? 'text/html' : 'text/javascript');
    response.end(files.get(path) ?? page);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

const panel = (page: Page) => page.locator('fanfare-rehearsal');
const wheel = (page: Page) => page.locator('fanfare-lottery');

it('runs without a server and without a report; tabs share it, and a reload finds it', async () => {
  const context = await browser.newContext();
  const problems: string[] = [];
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      console.error(`policy: ${violatedDirective} ${blockedURI} ${sample}`),
    );
  });
  const open = async () => {
    const page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(String(error)));
    await page.goto(url);
    return page;
  };
  const one = await open();
  await wheel(one).getByText('Starting soon').waitFor();
  await panel(one).getByRole('button', { name: 'Live', exact: true }).click();
  await panel(one).getByRole('button', { name: 'Winner' }).click();
  await panel(one).getByText('On stage: Winner').waitFor();
  await wheel(one).getByText('chances left').waitFor();
  await wheel(one).locator('[part~="button"]').first().click();
  await wheel(one).getByRole('dialog').waitFor();
  await one.keyboard.press('Escape');

  const two = await open();
  await wheel(two).getByText('chances left').waitFor();
  await expect(panel(two).locator('[part~="phase"]').textContent()).resolves.toBe('Live');
  await expect(panel(two).locator('.role[aria-pressed="true"]').textContent()).resolves.toContain('Newcomer');
  const draws = (page: Page) =>
    page.evaluate(async () => {
      const { rehearsal } = window as unknown as { rehearsal: { exportState(): Promise<never> } };
      const { stored } = (await rehearsal.exportState()) as { stored: { draws: unknown[] } };
      return stored.draws.length;
    });
  expect(await draws(two)).toBe(await draws(one));

  await panel(two).getByRole('button', { name: 'After' }).click();
  await expect.poll(() => panel(one).locator('[part~="phase"]').textContent()).toBe('Over');
  await wheel(one).getByText('This is over').first().waitFor({ state: 'attached', timeout: 10_000 });

  await one.reload();
  await expect.poll(() => panel(one).locator('[part~="phase"]').textContent()).toBe('Over');
  await expect(panel(one).locator('.role[aria-pressed="true"]').textContent()).resolves.toContain('Winner');
  expect(await draws(one)).toBeGreaterThan(1);
  expect(problems).toEqual([]);
  expect(asked).toEqual([]);
});
