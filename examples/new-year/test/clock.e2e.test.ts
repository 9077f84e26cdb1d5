// The activity's time is the backend's, whatever the device thinks.
import { afterEach, describe, expect, it } from 'vitest';
import { useBrowser, visit } from './support/browser.js';
import { countdownHeading, readyToSpin, signedInAs } from './support/draw-page.js';
import { createWorld, LIVE, START, type World } from './support/world.js';

const browser = useBrowser();
let world: World;
afterEach(async () => {
  await browser.closeAll();
  await world?.stop();
});

const HOUR = 3_600_000;

/** A device whose clock is off by `__shift` ms. */
function skewDate(shift: number) {
  const Real = Date;
  const state = window as unknown as { __shift: number };
  state.__shift = shift;
  class Skewed extends Real {
    constructor(...given: ConstructorParameters<typeof Date>) {
      if (given.length) super(...given);
      else super(Real.now() + state.__shift);
    }
    static override now = () => Real.now() + state.__shift;
  }
  window.Date = Skewed as unknown as DateConstructor;
}

/** Seconds to the next border of a phase, as the page sees it. */
const secondsShown = (page: import('playwright').Page) =>
  page.evaluate(() => {
    const { activity } = document.querySelector('fanfare-activity') as unknown as {
      activity: { now(): number; phase: string };
    };
    return { now: activity.now(), phase: activity.phase };
  });

describe.each([
  ['three hours ahead', 3 * HOUR],
  ['two days behind', -48 * HOUR],
])('a device clock %s', (_, shift) => {
  it('moves nothing in warm-up', async () => {
    world = await createWorld({ now: START - HOUR });
    const { page } = await visit(await browser.newContext(), `${world.pages}/new-year/`, (page) =>
      page.addInitScript(skewDate, shift),
    );
    await expect.poll(() => countdownHeading(page).textContent()).toBe('距活动开始还有');
    const started = Date.now();
    const { now, phase } = await secondsShown(page);
    expect(phase).toBe('warmup');
    expect(Math.abs(now - (START - HOUR) - (Date.now() - started))).toBeLessThan(15_000);
    await expect.poll(() => page.locator('fanfare-lottery .starts-in').textContent()).toMatch(/00:5\d:\d\d$/);
  });

  it('lets a member draw while it is live', async () => {
    world = await createWorld({ now: LIVE });
    const { page } = await visit(await browser.newContext(), `${world.pages}/new-year/`, async (page) => {
      await page.addInitScript(skewDate, shift);
      await signedInAs('lin', '林小满')(page);
    });
    await readyToSpin(page);
  });
});

it('does not jump when the device clock is changed while the page is open', async () => {
  world = await createWorld({ now: START - HOUR });
  const { page } = await visit(await browser.newContext(), `${world.pages}/new-year/`, (page) =>
    page.addInitScript(skewDate, 0),
  );
  await expect.poll(() => countdownHeading(page).textContent()).toBe('距活动开始还有');
  const before = await secondsShown(page);
  const at = await page.evaluate(() => performance.now());
  await page.evaluate(() => {
    (window as unknown as { __shift: number }).__shift = 3 * 3_600_000;
  });
  await page.waitForTimeout(1500);
  const after = await secondsShown(page);
  const passed = (await page.evaluate(() => performance.now())) - at;
  expect(Math.abs(after.now - before.now - passed)).toBeLessThan(1000);
  expect(after.phase).toBe('warmup');
});
