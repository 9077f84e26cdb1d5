// What a visitor does and sees on the draw.
import type { BrowserContext, Page } from 'playwright';
import { expect } from 'vitest';

export const spinButton = (page: Page) =>
  page.locator('fanfare-lottery').getByRole('button', { name: '抽奖', exact: true });
export const status = (page: Page) => page.locator('fanfare-lottery .status');
export const result = (page: Page) => page.locator('fanfare-lottery').getByRole('dialog');
export const countdownHeading = (page: Page) => page.locator('.clock fanfare-countdown [part~=heading]');

/** Signs a person in before the page runs, as the page's session remembers them. */
export const signedInAs = (id: string, name: string) => (page: Page) =>
  page.addInitScript(
    (person) => {
      if (!sessionStorage.getItem('new-year.person'))
        sessionStorage.setItem('new-year.person', JSON.stringify(person));
    },
    { id, name },
  );

/** Waits until a draw can be made. */
export async function readyToSpin(page: Page): Promise<void> {
  await expect
    .poll(() => spinButton(page).getAttribute('aria-disabled', { timeout: 10_000 }), { timeout: 15_000 })
    .toBe('false');
}

/** Details of every `fanfare-drawn` of a page from now on. */
export async function hearDraws(
  page: Page,
): Promise<() => Promise<{ draw: string; prize: string; reward: string }[]>> {
  await page.evaluate(() => {
    const heard: unknown[] = [];
    (window as unknown as { heard: unknown[] }).heard = heard;
    document.addEventListener('fanfare-drawn', (event) => heard.push((event as CustomEvent).detail));
  });
  return () => page.evaluate(() => (window as unknown as { heard: never[] }).heard);
}

/** Counts the draw requests of all pages of a visitor. */
export function countDraws(context: BrowserContext): () => number {
  let count = 0;
  context.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/draws')) count++;
  });
  return () => count;
}
