// Takes pictures of inviting and checking in on the built New Year page, in every state, in both languages: all of them
// into a folder to look at (`node scripts/screenshots-together.mjs /tmp/shots`), without one the best into
// docs/screenshots. Each file stays under 250 kB.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import { chromiumArgs, findChromium } from './chromium.mjs';
import { findExamples } from './demo/examples.mjs';
import { checkinShots } from './screenshots/checkin.mjs';
import { friendsShots } from './screenshots/friends.mjs';
import { createStage } from './screenshots/stage.mjs';

const root = resolve(import.meta.dirname, '..');
const [given, only] = process.argv.slice(2);
const folder = given ?? join(root, 'docs/screenshots');
const LIMIT = 250_000;
const WECHAT = 'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Mobile MicroMessenger/8.0.40';

mkdirSync(folder, { recursive: true });
const folders = findExamples(root);
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
try {
  for (const shot of [...friendsShots, ...checkinShots])
    if ((given || shot.isBest) && (!only || shot.name.includes(only)))
      for (const lang of /** @type {const} */ (['zh-CN', 'en'])) await take(shot, lang);
} finally {
  await browser.close();
}

/**
 * @param {import('./screenshots/stage.mjs').Shot} shot
 * @param {'zh-CN' | 'en'} lang
 */
async function take(shot, lang) {
  const { name, of, definition, before, after, query = '', at, isWechat, isGuest, isScreen } = shot;
  const stage = await createStage(folders, { lang, change: definition, at });
  const width = shot.width ?? 375;
  const context = await browser.newContext({
    viewport: { width, height: 812 },
    deviceScaleFactor: width > 700 ? 1 : 2,
    colorScheme: shot.isDark ? 'dark' : 'light',
    ...(isWechat && { userAgent: WECHAT }),
  });
  try {
    await before?.(stage);
    const page = await context.newPage();
    if (!isGuest)
      await page.addInitScript((person) => {
        sessionStorage.setItem('new-year.person', JSON.stringify(person));
      }, stage.person);
    const search = typeof query === 'function' ? await query(stage) : query;
    await page.goto(`${stage.url}/new-year/?lang=${lang}${search}`);
    const widget = page.locator(`fanfare-${of}`);
    await widget.locator('[part=status], [part=card]').first().waitFor();
    await page.evaluate(() => document.querySelector('.dev-bar')?.remove());
    await widget.scrollIntoViewIfNeeded();
    await page.waitForTimeout(900);
    await after?.({ page, widget, stage });
    await page.waitForTimeout(700);
    const target = isScreen ? page : page.locator(of === 'invite' ? 'section.friends' : 'section.checkin');
    const path = join(folder, `${name}${lang === 'en' ? '-en' : ''}.jpg`);
    for (let quality = 86; quality > 30; quality -= 8) {
      const file = await target.screenshot({ type: 'jpeg', quality });
      if (file.length > LIMIT && quality > 38) continue;
      writeFileSync(path, file);
      console.log(`${path} ${Math.round(file.length / 1000)} kB`);
      break;
    }
  } catch (error) {
    console.error(`${name} (${lang}): ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    process.exitCode = 1;
  } finally {
    await context.close();
    await stage.stop();
  }
}
