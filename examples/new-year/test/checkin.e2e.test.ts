// Checking in on the page: a tap, its points, a reload, the next day, the group's link, and two tabs at once.
import type { Page } from 'playwright';
import { afterEach, expect, it } from 'vitest';
import { useBrowser, visit } from './support/browser.js';
import { signedInAs } from './support/draw-page.js';
import { POLICY } from './support/policy.js';
import { createWorld, LIVE, type World } from './support/world.js';

const browser = useBrowser();
let world: World;
afterEach(async () => {
  await browser.closeAll();
  await world?.stop();
});

const DAY = 86_400_000;
const checkin = (page: Page) => page.locator('fanfare-checkin');
const button = (page: Page) => checkin(page).locator('[part=button]');
const status = (page: Page) => checkin(page).locator('[part=status]');
const balance = (page: Page) => checkin(page).locator('[part=points]');
const open = (query = '') =>
  browser
    .newContext()
    .then((context) => visit(context, `${world.pages}/new-year/${query}`, signedInAs('lin', '林小满')));
const ready = (page: Page) => expect.poll(() => button(page).getAttribute('aria-disabled')).toBe('false');

/** Presses a button of the bar for trying things out, and closes the bar again. */
async function tryOut(page: Page, name: string): Promise<void> {
  const bar = page.locator('.dev-bar');
  await bar.locator('summary').click();
  await bar.getByRole('button', { name }).click();
  await bar.locator('summary').click();
}

it('gives points once a day, whatever the taps, reloads and tabs, and doubles them by the group link', async () => {
  world = await createWorld({ headers: { 'Content-Security-Policy': POLICY } });
  const { page, context, errors } = await open();
  const other = await context.newPage();
  await signedInAs('lin', '林小满')(other);
  await other.goto(`${world.pages}/new-year/`);
  await ready(page);
  await ready(other);
  await Promise.all([button(page).dblclick(), button(other).click()]);
  for (const one of [page, other]) await expect.poll(() => button(one).textContent()).toContain('已签');
  await expect.poll(() => balance(page).textContent()).toBe('10 积分');
  await page.reload();
  await expect.poll(() => status(page).textContent()).toBe('今天已签到，明天见');
  expect(await balance(page).textContent()).toBe('10 积分');
  expect((await world.me('lin')).sections.points.balance).toBe(10);

  await tryOut(page, '过一天');
  await expect.poll(() => button(page).textContent()).toContain('签到');
  await page.goto(`${world.pages}/new-year/?channel_id=wechat-group`);
  await expect.poll(() => checkin(page).locator('.worth').textContent()).toBe('+10 ×2');
  await ready(page);
  await button(page).click();
  await expect.poll(() => status(page).textContent()).toBe('成功，+20 积分');
  const { sections } = await world.me('lin');
  expect(sections.points.balance).toBe(30);
  expect(sections.checkin).toMatchObject({ streak: 2, lap_day: 2, group: { members: 1, done_today: 1 } });
  expect(errors).toEqual([]);
});

it('makes up a missed day, ends a lap with the way on, and spends points in the mall', async () => {
  world = await createWorld();
  const { page } = await open();
  await ready(page);
  await button(page).click();
  await expect.poll(() => balance(page).textContent()).toBe('10 积分');
  await world.moveTo(LIVE + 6 * DAY);
  await page.reload();
  await ready(page);
  await button(page).click();
  await checkin(page).locator('.station.is-missed button').first().click();
  await checkin(page).locator('.confirm .main').first().click();
  // Three days are done: the milestone is reached. The last day of the lap is done, too.
  await expect.poll(() => balance(page).textContent()).toBe('50 积分');
  await checkin(page).locator('[part=lap-end]').waitFor();
  await tryOut(page, '来一位有效好友 +1');
  await page.locator('fanfare-invite').getByRole('button', { name: '领取', exact: true }).click();
  await expect.poll(() => balance(page).textContent()).toBe('250 积分');
  await page.locator('fanfare-invite').getByRole('button', { name: '好的' }).click();
  await balance(page).click();
  const item = checkin(page).locator('[part=item]').nth(1);
  await item.locator('.main').click();
  await checkin(page).locator('.confirm .main').click();
  await expect.poll(() => balance(page).textContent()).toBe('130 积分');
  const { points, rewards } = (await world.me('lin')).sections;
  expect(points.balance).toBe(130);
  expect(rewards.items).toMatchObject([{ source: 'shop', prize: 'latte' }, { source: 'tier' }]);
});
