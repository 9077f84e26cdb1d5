// What a visit costs the backend.
import { afterEach, expect, it } from 'vitest';
import { useBrowser, visit } from './support/browser.js';
import { readyToSpin, signedInAs } from './support/draw-page.js';
import { createWorld, type World } from './support/world.js';

const browser = useBrowser();
let world: World;
afterEach(async () => {
  await browser.closeAll();
  await world?.stop();
});

const ACTIVITY = 'GET /v1/activities/new-year';
/** Those with something to press; the countdowns are there before them. */
const WIDGETS = ['lottery', 'checkin', 'invite', 'poster'];
const counted = (requests: string[]) => {
  const count = (name: string) => requests.filter((request) => request === name).length;
  return {
    activity: count(ACTIVITY),
    live: count(`${ACTIVITY}/live`),
    me: count(`${ACTIVITY}/me`),
    guests: count('POST /v1/activities/new-year/guests'),
    time: count('GET /v1/time'),
    // What is tracked goes when the page has done its own work.
    all: requests.filter((request) => request !== 'POST /v1/events').length,
  };
};
const slowly = (definition: World['definition']) => {
  definition.live_seconds = 60;
};

it('is two requests, live and samples of the time for a guest, with all six widgets on the page', async () => {
  world = await createWorld({ change: slowly });
  const { page, requests } = await visit(await browser.newContext(), `${world.pages}/new-year/`);
  await readyToSpin(page);
  for (const name of WIDGETS)
    await page.locator(`fanfare-${name}`).first().getByRole('button').first().waitFor();
  await page.waitForTimeout(2500);
  const { time, all, ...others } = counted(requests);
  expect(others).toEqual({ activity: 1, live: 1, me: 0, guests: 1 });
  expect(time).toBeGreaterThanOrEqual(1);
  expect(time).toBeLessThanOrEqual(5);
  expect(all).toBe(3 + time);
});

it('is the same for a member', async () => {
  world = await createWorld({ change: slowly });
  const { page, requests } = await visit(
    await browser.newContext(),
    `${world.pages}/new-year/`,
    signedInAs('lin', '林小满'),
  );
  await readyToSpin(page);
  await page.waitForTimeout(2500);
  const { time, all, ...others } = counted(requests);
  expect(others).toEqual({ activity: 1, live: 1, me: 1, guests: 0 });
  expect(all).toBe(3 + time);
});
