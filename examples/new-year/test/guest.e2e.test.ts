// A guest who wins, reloads, and then signs in: everything is theirs, once.
import { afterEach, expect, it } from 'vitest';
import { useBrowser, visit } from './support/browser.js';
import { readyToSpin, result, spinButton, status } from './support/draw-page.js';
import { createWorld, type World } from './support/world.js';

const browser = useBrowser();
let world: World;
afterEach(async () => {
  await browser.closeAll();
  await world?.stop();
});

it('keeps chances and rewards once', async () => {
  world = await createWorld({
    change: ({ lottery }) => {
      for (const prize of lottery.prizes) prize.weight = prize.id === 'tea' ? 1 : 0;
    },
  });
  const { page } = await visit(await browser.newContext(), `${world.pages}/new-year/`);
  await readyToSpin(page);
  expect(await status(page).textContent()).toBe('还有 4 次机会');
  await spinButton(page).click();
  await expect.poll(() => result(page).count(), { timeout: 15_000 }).toBe(1);
  await page.keyboard.press('Escape');
  await expect.poll(() => status(page).textContent()).toBe('还有 3 次机会');

  await page.reload();
  await readyToSpin(page);
  expect(await status(page).textContent()).toBe('还有 3 次机会');
  expect(await page.locator('fanfare-lottery [part=rewards] li').count()).toBe(1);

  await page.locator('.dev-bar summary').click();
  await page.locator('.dev-bar').getByRole('button', { name: '林小满' }).click();
  await expect
    .poll(() =>
      page.evaluate(() => document.querySelector('fanfare-activity')!.activity!.participant.value?.id),
    )
    .toBe('lin');
  await expect.poll(() => status(page).textContent()).toBe('还有 3 次机会');
  const { sections } = await world.me('lin');
  expect(sections.rewards.items).toHaveLength(1);
  expect(sections.chances).toMatchObject({ used: 1, left: 3 });

  await page.reload();
  await readyToSpin(page);
  expect((await world.me('lin')).sections.chances).toMatchObject({ used: 1, left: 3 });
});
