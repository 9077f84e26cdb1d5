// A visit fills the funnel: what a person does on the page is counted by the server, by channel, once.
import { afterEach, expect, it } from 'vitest';
import { useBrowser, visit } from './support/browser.js';
import { readyToSpin, result, signedInAs, spinButton } from './support/draw-page.js';
import { createWorld, type World } from './support/world.js';

const browser = useBrowser();
let world: World;
afterEach(async () => {
  await browser.closeAll();
  await world?.stop();
});

interface Counted {
  name: string;
  channel: string | null;
  count: number;
  quarantined: number;
}

/** Sums of the events by name and channel, as operators read them. */
async function countsOf(name: string): Promise<Record<string, number>> {
  const response = await fetch(`${world.api}/v1/admin/events/counts?project=demo&activity=new-year`, {
    headers: { Authorization: 'Bearer demo-admin-key-0123456789' },
  });
  expect(response.status, await response.clone().text()).toBe(200);
  const { items }: { items: Counted[] } = await response.json();
  expect(items.reduce((sum, one) => sum + one.quarantined, 0)).toBe(0);
  const found = items.filter((one) => one.name === name);
  return Object.fromEntries(found.map(({ channel, count }) => [channel ?? '', count]));
}

it('opened, seen, tapped, drawn: each once, under the channel of its link, none against the plan', async () => {
  world = await createWorld();
  const { page, errors } = await visit(
    await browser.newContext({ reducedMotion: 'reduce' }),
    `${world.pages}/new-year/?channel_id=moments`,
    signedInAs('lin', '林小满'),
  );
  await readyToSpin(page);
  // Seen by somebody: half of it for a second.
  await spinButton(page).scrollIntoViewIfNeeded();
  await expect.poll(() => countsOf('page.opened'), { timeout: 15_000 }).toEqual({ moments: 1 });
  await spinButton(page).click();
  await expect.poll(() => result(page).count(), { timeout: 30_000 }).toBe(1);
  for (const name of ['lottery.tapped', 'lottery.drawn', 'lottery.shown'])
    await expect.poll(() => countsOf(name), { timeout: 15_000 }).toEqual({ moments: 1 });
  expect(await countsOf('page.opened')).toEqual({ moments: 1 });
  expect(errors).toEqual([]);
}, 90_000);
