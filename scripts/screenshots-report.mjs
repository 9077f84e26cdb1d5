// Takes the pictures of the report page: `node scripts/simulate-day.mjs --people 100000 --serve` prints what to call this
// with, `node scripts/screenshots-report.mjs <address> <key>`. Each file stays under 250 kB.
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import { chromiumArgs, findChromium } from './chromium.mjs';

const [address = '', key = ''] = process.argv.slice(2);
const folder = resolve(import.meta.dirname, '../docs/screenshots');
const LIMIT = 250_000;

const shots = /** @type {const} */ ([
  { name: 'report', width: 375, locale: 'zh-CN', colorScheme: 'light' },
  { name: 'report-en', width: 375, locale: 'en-GB', colorScheme: 'dark' },
  { name: 'report-1280', width: 1280, locale: 'zh-CN', colorScheme: 'light' },
  { name: 'report-1280-en', width: 1280, locale: 'en-GB', colorScheme: 'dark' },
]);

const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
for (const { name, width, locale, colorScheme } of shots) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, locale, colorScheme });
  await page.goto(address);
  await page.locator('input[type=password]').fill(key);
  await page.locator('form button:not([type])').click();
  await page.locator('#steps .step').first().waitFor({ timeout: 60_000 });
  const path = join(folder, `${name}.jpg`);
  const { height } = await page.evaluate(() => ({ height: document.documentElement.scrollHeight }));
  const shown = Math.min(height, width === 375 ? 2000 : 1900);
  await page.screenshot({
    path,
    type: 'jpeg',
    quality: 82,
    fullPage: true,
    clip: { x: 0, y: 0, width, height: shown },
  });
  const { size } = statSync(path);
  console.log(`${name}: ${size} bytes`);
  if (size > LIMIT) process.exitCode = 1;
  await page.close();
}
await browser.close();
