// The whole page by axe, in both languages and both looks, and by the keyboard.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { afterEach, describe, expect, it } from 'vitest';
import { useBrowser, visit } from './support/browser.js';
import { readyToSpin, result, signedInAs } from './support/draw-page.js';
import { createWorld, END, LIVE, START, type World } from './support/world.js';

const browser = useBrowser();
let world: World;
afterEach(async () => {
  await browser.closeAll();
  await world?.stop();
});

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(' | ')}`,
  );
}

const phases = { warmup: START - 86_400_000, live: LIVE, ended: END + 60_000 };

describe.each(['zh-CN', 'en'])('in %s', (lang) => {
  it.each(Object.entries(phases))('has nothing that axe minds while it is %s', async (_, now) => {
    world = await createWorld({ now });
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const { page } = await visit(context, `${world.pages}/new-year/?lang=${lang}`);
    await expect.poll(() => page.locator('.clock fanfare-countdown section').count()).toBe(1);
    await expect.poll(() => page.locator('.rule-list details').count()).toBe(9);
    await page.waitForTimeout(300);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page), colorScheme).toEqual([]);
    }
  });
});

it('is drawn, read and closed with the keyboard alone', async () => {
  world = await createWorld();
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const { page } = await visit(context, `${world.pages}/new-year/`, signedInAs('lin', '林小满'));
  await readyToSpin(page);
  await page.locator('#tab-wheel').focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.locator('fanfare-lottery').getAttribute('kind')).toBe('grid');
  await readyToSpin(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => result(page).count(), { timeout: 15_000 }).toBe(1);
  expect(
    await result(page).evaluate((dialog) =>
      dialog.contains((dialog.getRootNode() as ShadowRoot).activeElement),
    ),
  ).toBe(true);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => result(page).count()).toBe(0);
});

it('scrolls in one direction only, from 320 to 1280 px', async () => {
  world = await createWorld();
  for (const lang of ['zh-CN', 'en']) {
    const { page } = await visit(await browser.newContext(), `${world.pages}/new-year/?lang=${lang}`);
    await expect.poll(() => page.locator('.rule-list details').count()).toBe(9);
    for (const width of [320, 375, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${lang} ${width}`).toBe(width);
    }
  }
});
