// Takes the pictures of docs/screenshots that show posters: the six scenes as files, and the widget on the built New
// Year page, in both languages. Each file stays under 250 kB.
import { mkdirSync, writeFileSync } from 'node:fs';
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
const EVE = '2026-12-29T08:00:00+08:00';
const READY = '.front.is-ready img';

const definition = loadDefinition(join(root, 'examples/new-year/activity.json'));
const backend = await startBackend({ store: memoryStore(), definition, port: 0 });
const pages = await serveExamples({ folders: findExamples(root), port: 0, backend });
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
mkdirSync(folder, { recursive: true });
await fetch(`${backend.url}/v1/dev/clock`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ now: EVE }),
});

try {
  for (const lang of /** @type {const} */ (['zh-CN', 'en'])) {
    await takeScenes(lang);
    await takeWidget(lang, { width: 375, scheme: 'light' });
    await takeWidget(lang, {
      width: 375,
      scheme: 'dark',
      userAgent: 'Mobile MicroMessenger/8.0.40',
      isSigned: true,
    });
    await takeWidget(lang, { width: 320, scheme: 'light', isSigned: true });
    await takeWidget(lang, { width: 1280, scheme: 'light', isSigned: true });
  }
} finally {
  await browser.close();
  await pages.stop();
  await backend.stop();
}

/**
 * @param {'zh-CN' | 'en'} lang
 * @param {{ width: number, scheme: 'light' | 'dark', userAgent?: string, isSigned?: boolean }} options
 */
async function open(lang, { width, scheme, userAgent, isSigned = false }) {
  const context = await browser.newContext({
    viewport: { width, height: width > 700 ? 900 : 860 },
    deviceScaleFactor: width > 700 ? 1 : 2,
    colorScheme: scheme,
    hasTouch: width < 700,
    isMobile: width < 700,
    ...(userAgent && { userAgent }),
  });
  const page = await context.newPage();
  const person = { id: 'lin', name: lang === 'en' ? 'Lin Xiaoman' : '林小满' };
  if (isSigned)
    await page.addInitScript((person) => {
      sessionStorage.setItem('new-year.person', JSON.stringify(person));
    }, person);
  await page.goto(`${pages.url}/new-year/?lang=${lang}&channel_id=moments`);
  // What loads above may push it out of sight again, and what is not seen is not painted.
  await page.waitForFunction(
    (ready) => {
      document.querySelector('.share')?.scrollIntoView();
      return document.querySelector('fanfare-poster')?.shadowRoot?.querySelector(ready);
    },
    READY,
    { polling: 500 },
  );
  return page;
}

/** @param {'zh-CN' | 'en'} lang */
async function takeScenes(lang) {
  const page = await open(lang, { width: 375, scheme: 'light', isSigned: true });
  for (const name of ['festive', 'minimal', 'dark', 'endorsement', 'countdown', 'recap']) {
    await page.evaluate((name) => {
      const stage = /** @type {HTMLImageElement} */ (document.querySelector('img.stage'));
      const data =
        name === 'recap'
          ? { draws: 12, friends: 6, days: 11, rank: 'TOP 3%' }
          : name === 'endorsement'
            ? { photo: stage.src, title: undefined, benefit: undefined, subtitle: undefined }
            : {};
      Object.assign(/** @type {object} */ (document.querySelector('fanfare-poster')), { scene: name, data });
    }, name);
    await page.waitForTimeout(300);
    const image = page.locator('fanfare-poster').locator(READY);
    await image.waitFor();
    const file = await image.evaluate(async (element) => {
      const image = /** @type {HTMLImageElement} */ (element);
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = 648;
      canvas.height = Math.round((648 * image.naturalHeight) / image.naturalWidth);
      const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      return canvas.toDataURL('image/jpeg', 0.86).split(',')[1] ?? '';
    });
    keep(`poster-${name}${lang === 'en' ? '-en' : ''}`, Buffer.from(file, 'base64'));
  }
  await page.context().close();
}

/**
 * @param {'zh-CN' | 'en'} lang
 * @param {Parameters<typeof open>[1]} options
 */
async function takeWidget(lang, options) {
  const page = await open(lang, options);
  await page.evaluate(() => document.querySelector('.dev-bar')?.remove());
  if (options.userAgent) await page.locator('fanfare-poster').locator('[part=howTo]').click();
  await page.waitForTimeout(1500);
  const place = options.userAgent ? 'wechat' : options.width === 375 ? 'widget' : `widget-${options.width}`;
  const section = page.locator('.share');
  for (let quality = 86; quality > 40; quality -= 8) {
    const file = await section.screenshot({ type: 'jpeg', quality });
    if (file.length > LIMIT && quality > 48) continue;
    keep(`poster-${place}${lang === 'en' ? '-en' : ''}`, file);
    break;
  }
  await page.context().close();
}

/**
 * @param {string} name
 * @param {Buffer} file
 */
function keep(name, file) {
  if (file.length > LIMIT) throw new Error(`${name} has ${file.length} bytes.`);
  writeFileSync(join(folder, `${name}.jpg`), file);
  console.log(`${name}.jpg ${file.length}`);
}
