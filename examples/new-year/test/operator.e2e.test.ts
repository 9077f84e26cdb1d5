// What an operator changes reaches pages that are open.
import { afterEach, expect, it } from 'vitest';
import { useBrowser, visit } from './support/browser.js';
import { readyToSpin, spinButton, status } from './support/draw-page.js';
import { createWorld, type World } from './support/world.js';

const browser = useBrowser();
let world: World;
afterEach(async () => {
  await browser.closeAll();
  await world?.stop();
});

it('shows a changed definition, a pause and its end without a reload', async () => {
  world = await createWorld();
  const { page, requests } = await visit(await browser.newContext(), `${world.pages}/new-year/`);
  await readyToSpin(page);
  const changed = await world.put((definition) => {
    definition.lottery.prizes[0].name = { 'zh-CN': '纪念金币', en: 'Gold coin' };
    definition.rules[0].body = { 'zh-CN': '规则已更新。', en: 'Changed.' };
  });
  expect(changed.status).toBe(200);
  await expect
    .poll(() => page.locator('.prize b').first().textContent(), { timeout: 15_000 })
    .toBe('纪念金币');
  expect(await page.locator('fanfare-lottery').getByText('纪念金币').first().isVisible()).toBe(true);
  expect(await page.locator('.rule-list p').first().textContent()).toBe('规则已更新。');

  await world.put((definition) => {
    definition.paused = ['lottery'];
    definition.notice = { 'zh-CN': '主持人喝口水，马上回来' };
  });
  await expect.poll(() => status(page).textContent(), { timeout: 15_000 }).toBe('主持人喝口水，马上回来');
  expect(await spinButton(page).getAttribute('aria-disabled')).toBe('true');
  await world.put((definition) => {
    definition.paused = [];
  });
  await readyToSpin(page);
  expect(requests.filter((request) => request === 'GET /v1/activities/new-year').length).toBeLessThanOrEqual(
    4,
  );
});
