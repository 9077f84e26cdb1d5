// The documented policy of a strict page: nothing of ours is reported, from the first byte to the confetti.
import { afterEach, describe, expect, it } from 'vitest';
import { useBrowser, visit } from './support/browser.js';
import { readyToSpin, result, signedInAs, spinButton } from './support/draw-page.js';
import { createWorld, type World } from './support/world.js';

const browser = useBrowser();
let world: World;
afterEach(async () => {
  await browser.closeAll();
  await world?.stop();
});

const POLICY =
  "script-src 'self'; style-src 'self'; img-src 'self' blob: data: https:; require-trusted-types-for 'script'";

describe.each(['/new-year/', '/script-tag/'])('%s under a strict policy', (path) => {
  it('is used to the win without a report', async () => {
    world = await createWorld({
      headers: { 'Content-Security-Policy': POLICY },
      change: ({ lottery }) => {
        for (const prize of lottery.prizes) prize.weight = prize.id === 'tea' ? 1 : 0;
      },
    });
    const { page, errors } = await visit(
      await browser.newContext(),
      `${world.pages}${path}`,
      async (page) => {
        await signedInAs('lin', '林小满')(page);
        await page.addInitScript(() => {
          const reports: string[] = [];
          (window as unknown as { reports: string[] }).reports = reports;
          document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
            reports.push(`${violatedDirective} ${blockedURI} ${sample}`),
          );
        });
      },
    );
    await readyToSpin(page);
    await spinButton(page).click();
    await expect.poll(() => result(page).count(), { timeout: 15_000 }).toBe(1);
    await expect
      .poll(() =>
        page
          .locator('fanfare-lottery canvas')
          .evaluateAll((list) => list.some((c) => (c as HTMLCanvasElement).width > 0)),
      )
      .toBe(true);
    await page.waitForTimeout(1500);
    await page.keyboard.press('Escape');
    await page.locator('fanfare-lottery').getByRole('button', { name: '奖品一览' }).click();
    expect(await page.evaluate(() => (window as unknown as { reports: string[] }).reports)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
