// A backend that is away, slow, broken or replaced by something else: words that a person can read, and a way back.
import type { Page, Route } from 'playwright';
import { afterEach, describe, expect, it } from 'vitest';
import { useBrowser, visit } from './support/browser.js';
import {
  countdownHeading,
  readyToSpin,
  result,
  signedInAs,
  spinButton,
  status,
} from './support/draw-page.js';
import { createWorld, type World } from './support/world.js';

const browser = useBrowser();
let world: World;
afterEach(async () => {
  await browser.closeAll();
  await world?.stop();
});

/** What a page may read across origins. */
const cors = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'Retry-After' };
const problem =
  (status: number, code: string, headers = {}) =>
  (route: Route) =>
    route.fulfill({
      status,
      headers: { ...cors, ...headers, 'Content-Type': 'application/problem+json' },
      body: JSON.stringify({ type: 'about:blank', title: 'no', status, code, retryable: true }),
    });

const faults: [name: string, fault: (route: Route) => Promise<unknown>, words: RegExp][] = [
  ['is absent', (route) => route.abort('connectionrefused'), /网络似乎断开了/],
  ['answers 500', problem(500, 'internal'), /人太多了/],
  ['answers 503 with a long Retry-After', problem(503, 'unavailable', { 'Retry-After': '120' }), /人太多了/],
  [
    'is a captive portal that answers HTML',
    (route) =>
      route.fulfill({
        status: 200,
        headers: { ...cors, 'Content-Type': 'text/html' },
        body: '<h1>Wi-Fi</h1>',
      }),
    /暂时无法读取活动信息/,
  ],
];

/** Fails what a page asks of the activity until `heal` is called. */
async function failing(page: Page, fault: (route: Route) => Promise<unknown>) {
  let isHealed = false;
  await page.route(/\/v1\/activities\//, (route) => (isHealed ? route.continue() : fault(route)));
  return () => {
    isHealed = true;
  };
}

const all = <T>(work: (fault: (typeof faults)[number]) => Promise<T>) => Promise.all(faults.map(work));

describe('while the page loads', () => {
  it('says in words what is wrong with the backend, and recovers by a retry', async () => {
    world = await createWorld();
    await all(async ([name, fault, words]) => {
      let heal = () => {};
      const { page } = await visit(await browser.newContext(), `${world.pages}/new-year/`, async (page) => {
        heal = await failing(page, fault);
      });
      const problem = page.locator('fanfare-lottery [part=problem]');
      await expect
        .poll(() => problem.textContent({ timeout: 40_000 }), { timeout: 40_000, message: name })
        .toMatch(words);
      expect(await page.locator('h1').isVisible()).toBe(true);
      heal();
      await problem.getByRole('button', { name: '重试' }).click();
      await expect.poll(() => countdownHeading(page).textContent(), { message: name }).toBe('距活动结束还有');
      await readyToSpin(page);
      expect(await page.locator('[part=problem]').count(), name).toBe(0);
    });
  });

  it('obeys a short Retry-After, and waits for a backend that takes nine seconds', async () => {
    world = await createWorld();
    let asked = 0;
    const busy = visit(await browser.newContext(), `${world.pages}/new-year/`, (page) =>
      page.route(/\/v1\/activities\/new-year(\?|$)/, (route) =>
        asked++ ? route.continue() : problem(503, 'unavailable', { 'Retry-After': '1' })(route),
      ),
    );
    const slow = visit(await browser.newContext(), `${world.pages}/new-year/`, (page) =>
      page.route(/\/v1\/activities\/new-year(\?|$)/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 9000));
        await route.continue();
      }),
    );
    const { page: slowPage } = await slow;
    await expect.poll(() => slowPage.locator('fanfare-lottery [part=loading]').count()).toBe(1);
    for (const { page } of [await busy, await slow]) {
      await readyToSpin(page);
      expect(await page.locator('[part=problem]').count()).toBe(0);
    }
    expect(asked).toBe(2);
  });
});

describe('between the tap and the prize', () => {
  it('keeps the chance, and draws once when it is asked again', async () => {
    world = await createWorld();
    await all(async ([name, fault]) => {
      const id = `person-${faults.findIndex(([other]) => other === name)}`;
      const { page } = await visit(
        await browser.newContext(),
        `${world.pages}/new-year/`,
        signedInAs(id, name),
      );
      await readyToSpin(page);
      const heal = await failing(page, fault);
      await spinButton(page).click();
      await expect
        .poll(() => status(page).textContent(), { timeout: 40_000, message: name })
        .toBe('没有等到结果，机会还在');
      expect((await world.me(id)).sections.chances.used, name).toBe(0);
      heal();
      await page.locator('fanfare-lottery').getByRole('button', { name: '再试一次' }).click();
      await expect.poll(() => result(page).count(), { timeout: 15_000, message: name }).toBe(1);
      expect((await world.me(id)).sections.chances.used, name).toBe(1);
    });
  });
});
