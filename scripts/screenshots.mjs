// Takes the pictures of docs/screenshots from the built New Year page: every phase that matters, in both languages,
// on a phone and on a desk. Each file stays under 250 kB.
import { mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { memoryStore } from '@fanfare/server/memory';
import { chromium } from 'playwright';
import { chromiumArgs, findChromium } from './chromium.mjs';
import { startBackend } from './demo/backend.mjs';
import { loadDefinition } from './demo/definition.mjs';
import { findExamples, serveExamples } from './demo/examples.mjs';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'docs/screenshots');
const LIMIT = 250_000;

/**
 * @typedef {object} Shot
 * @property {string} name
 * @property {string} at Moment by the backend's clock.
 * @property {'zh-CN' | 'en'} lang
 * @property {'light' | 'dark'} [scheme]
 * @property {number} [width]
 * @property {boolean} [wins] Whether the draw of the picture wins something.
 * @property {(page: import('playwright').Page) => Promise<unknown>} [act]
 */

const EVE = '2026-12-29T08:00:00+08:00';
const SHOW = '2027-01-06T20:15:00+08:00';
const OVER = '2027-01-12T08:00:00+08:00';

/** @param {string} selector */
const to = (selector) => (/** @type {import('playwright').Page} */ page) =>
  page.evaluate((selector) => document.querySelector(selector)?.scrollIntoView(), selector);

const spin = async (/** @type {import('playwright').Page} */ page) => {
  await to('.draw')(page);
  await page.locator('fanfare-lottery [part=button]').click();
  await page.waitForTimeout(1400);
};

const win = async (/** @type {import('playwright').Page} */ page) => {
  await spin(page);
  await page.locator('fanfare-lottery').getByRole('dialog').waitFor();
  await page.waitForTimeout(600);
};

/** @param {(page: import('playwright').Page) => Promise<unknown>} act */
const inGrid = (act) => async (/** @type {import('playwright').Page} */ page) => {
  await page.click('#tab-grid');
  await page.waitForTimeout(700);
  await act(page);
};

/** @type {Shot[]} */
const shots = [
  { name: 'warm-up', at: EVE, lang: 'zh-CN' },
  { name: 'warm-up-en', at: EVE, lang: 'en', scheme: 'dark' },
  { name: 'live', at: SHOW, lang: 'zh-CN' },
  { name: 'wheel', at: SHOW, lang: 'zh-CN', act: spin },
  { name: 'won', at: SHOW, lang: 'zh-CN', wins: true, act: win },
  { name: 'won-en', at: SHOW, lang: 'en', scheme: 'dark', wins: true, act: win },
  { name: 'grid', at: SHOW, lang: 'zh-CN', act: inGrid(to('.draw')) },
  { name: 'grid-en', at: SHOW, lang: 'en', act: inGrid(spin) },
  { name: 'schedule', at: SHOW, lang: 'zh-CN', act: to('.shows') },
  { name: 'prizes', at: SHOW, lang: 'zh-CN', act: to('.prizes') },
  { name: 'prizes-en', at: SHOW, lang: 'en', scheme: 'dark', act: to('.prizes') },
  { name: 'ended', at: OVER, lang: 'zh-CN' },
  { name: 'ended-en', at: OVER, lang: 'en' },
  { name: 'desktop', at: SHOW, lang: 'zh-CN', width: 1280 },
  { name: 'desktop-en', at: EVE, lang: 'en', scheme: 'dark', width: 1280 },
  { name: 'desktop-draw', at: SHOW, lang: 'en', width: 1280, act: to('.draw') },
];

/** @param {boolean} isLucky */
async function start(isLucky) {
  const definition = loadDefinition(join(root, 'examples/new-year/activity.json'));
  if (isLucky) for (const prize of definition.lottery.prizes) prize.weight = prize.id === 'tea' ? 1 : 0;
  const backend = await startBackend({ store: memoryStore(), definition, port: 0 });
  const pages = await serveExamples({ folders: findExamples(root), port: 0, backend });
  return { backend, pages };
}

const usual = await start(false);
const lucky = await start(true);
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
mkdirSync(folder, { recursive: true });

try {
  for (const shot of shots) await take(shot);
} finally {
  await browser.close();
  for (const { pages, backend } of [usual, lucky]) {
    await pages.stop();
    await backend.stop();
  }
}

/** @param {Shot} shot */
async function take({ name, at, lang, scheme = 'light', width = 375, wins = false, act = async () => {} }) {
  const { backend, pages } = wins ? lucky : usual;
  await fetch(`${backend.url}/v1/dev/clock`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ now: at }),
  });
  const context = await browser.newContext({
    viewport: { width, height: width > 700 ? 800 : 812 },
    deviceScaleFactor: width > 700 ? 1 : 2,
    colorScheme: scheme,
  });
  const page = await context.newPage();
  await page.goto(`${pages.url}/new-year/?lang=${lang}`);
  await page.locator('fanfare-lottery [part=button]').waitFor();
  await page.evaluate(() => document.querySelector('.dev-bar')?.remove());
  await page.waitForTimeout(1800);
  await act(page);
  await page.waitForTimeout(400);
  const path = join(folder, `${name}.jpg`);
  for (let quality = 86; quality > 40; quality -= 8) {
    await page.screenshot({ path, type: 'jpeg', quality });
    if (statSync(path).size < LIMIT) break;
  }
  console.log(`${name}.jpg ${Math.round(statSync(path).size / 1000)} kB`);
  await context.close();
}
