// The studio as a designer uses it: tokens, contrast, states, posters, and what is taken away.
import { existsSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { chromiumArgs, findChromium } from '../../../scripts/chromium.mjs';

const dist = resolve(import.meta.dirname, '../dist');
const SITE = 'https://studio.test';
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** The gate runs what a newcomer meets first; the full suite the rest. */
const isFull = Boolean(process.env.FANFARE_FULL);

let browser: Browser;
let context: BrowserContext;
let errors: string[];
beforeAll(async () => {
  if (!existsSync(join(dist, 'index.html')))
    throw new Error(`${dist} is missing. Run the build first: npm run build`);
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
});
afterAll(() => browser?.close());
afterEach(async () => {
  await context?.close();
  expect(errors).toEqual([]);
});

/** Opens the studio; every request beyond its own files is an error. */
async function open(hash = ''): Promise<Page> {
  errors = [];
  context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.route('**/*', (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const file = join(dist, pathname === '/' ? 'index.html' : pathname);
    if (origin !== SITE || !existsSync(file)) {
      errors.push(`asked for ${route.request().url()}`);
      return route.abort();
    }
    return route.fulfill({ path: file, contentType: types[extname(file)] ?? 'application/octet-stream' });
  });
  await page.goto(`${SITE}/${hash}`);
  return page;
}
const frameOf = (page: Page, state: string) => page.frameLocator(`iframe[title="${state}"]`);

it('colours every state at once, and takes it back', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'Countdown' }).click();
  const number = frameOf(page, 'Live').locator('[part~=number]').first();
  const paint = () => number.evaluate((element) => getComputedStyle(element).backgroundImage);
  await expect.poll(paint, { timeout: 30_000 }).toContain('rgb(216, 30, 44)');
  const accent = page.locator('[id="token-color.accent"]');
  await accent.fill('#00695c');
  await accent.press('Enter');
  await expect.poll(paint).toContain('rgb(0, 105, 92)');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(paint).toContain('rgb(216, 30, 44)');
});

it.skipIf(!isFull)('refuses a value that is none, names weak contrast and mends it', async () => {
  const page = await open();
  const text = page.locator('[id="token-color.text"]');
  await text.fill('url(https://example.com)');
  await text.press('Enter');
  await expect.poll(() => page.locator('.refused').count()).toBe(1);
  await text.fill('#cccccc');
  await text.press('Enter');
  const weak = page.locator('.contrast li');
  await expect.poll(() => weak.count()).toBe(2);
  while ((await weak.count()) > 0) await weak.first().getByRole('button').click();
  await page.getByText('meets WCAG 2.2 AA').waitFor();
});

it.skipIf(!isFull)('shows a win, a loss and what is right to left, in frames of their own', async () => {
  const page = await open();
  await frameOf(page, 'Won').locator('dialog[open]').waitFor();
  await frameOf(page, 'Lost').locator('dialog[open]').waitFor();
  await page.getByRole('checkbox', { name: 'Right to left' }).check();
  await expect
    .poll(() => frameOf(page, 'Live').locator('[part~=root]').first().getAttribute('dir'), {
      timeout: 30_000,
    })
    .toBe('rtl');
});

it('paints a poster, moves a layer by keyboard and reads the code back', async () => {
  const page = await open();
  await page.getByRole('tab', { name: 'Posters' }).click();
  await page.getByText('The code was read back').waitFor({ timeout: 30_000 });
  const layer = page.locator('.hold').last();
  const place = () => layer.evaluate((element) => (element as HTMLElement).style.left);
  const before = await place();
  await layer.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(place).not.toBe(before);
  await page.getByText('The code was read back').waitFor({ timeout: 30_000 });
});

it('gives a token file, a style sheet and a link that opens the same design', async () => {
  const page = await open();
  const accent = page.locator('[id="token-color.accent"]');
  await accent.fill('#00695c');
  await accent.press('Enter');
  await page.getByRole('tab', { name: 'Take away' }).click();
  expect(await page.getByRole('textbox', { name: 'Style sheet' }).inputValue()).toContain(
    '--ff-color-accent: #00695c',
  );
  const tokens = JSON.parse(await page.getByRole('textbox', { name: /^Token file/ }).inputValue());
  expect(tokens.light.color.accent.$value.colorSpace).toBe('srgb');
  const link = await page.getByRole('textbox', { name: 'Link to share' }).inputValue();
  await context.close();
  const other = await open(new URL(link).hash);
  expect(await other.locator('[id="token-color.accent"]').inputValue()).toBe('#00695c');
});
