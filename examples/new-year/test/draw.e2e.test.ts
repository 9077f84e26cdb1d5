// One tap, one draw: whatever happens between the tap and the prize.
import { afterEach, describe, expect, it } from 'vitest';
import { useBrowser, visit } from './support/browser.js';
import { countDraws, hearDraws, readyToSpin, result, signedInAs, spinButton } from './support/draw-page.js';
import { createWorld, type World } from './support/world.js';

const browser = useBrowser();
let world: World;
afterEach(async () => {
  await browser.closeAll();
  await world?.stop();
});

const asLin = signedInAs('lin', '林小满');
const rewardsOf = async (sub: string) => (await world.me(sub)).sections;

/** Every draw wins; the phone cannot be won before its night. */
const winning = (definition: World['definition']) => {
  for (const prize of definition.lottery.prizes) prize.weight = ['luck', 'phone'].includes(prize.id) ? 0 : 10;
};

describe('one tap', () => {
  it('comes back to the same prize after a reload in mid-draw', async () => {
    world = await createWorld({ change: winning });
    const { page } = await visit(await browser.newContext(), `${world.pages}/new-year/`, asLin);
    await readyToSpin(page);
    const answered = page.waitForResponse((response) => response.url().endsWith('/draws'));
    await spinButton(page).click();
    await answered;
    await page.reload();
    await expect.poll(() => result(page).count(), { timeout: 15_000 }).toBe(1);
    const { rewards, chances } = await rewardsOf('lin');
    expect(rewards.items).toHaveLength(1);
    expect(await result(page).textContent()).toContain(rewards.items[0].receipt);
    expect(chances.used).toBe(1);
  });

  it('is one draw when the page goes before any answer', async () => {
    world = await createWorld({ change: winning });
    const context = await browser.newContext();
    const first = await visit(context, `${world.pages}/new-year/`, asLin);
    await readyToSpin(first.page);
    // The backend draws, the answer is lost with the page.
    let reached = () => {};
    const isReached = new Promise<void>((resolve) => {
      reached = resolve;
    });
    await first.page.route('**/draws', async (route) => {
      await route.fetch();
      reached();
    });
    await spinButton(first.page).click();
    await isReached;
    await first.page.close();
    const { page } = await visit(context, `${world.pages}/new-year/`, asLin);
    await expect.poll(() => result(page).count(), { timeout: 15_000 }).toBe(1);
    const { rewards, chances } = await rewardsOf('lin');
    expect(rewards.items).toHaveLength(1);
    expect(chances.used).toBe(1);
    expect(await result(page).textContent()).toContain(rewards.items[0].receipt);
  });

  it('is one draw when it is a double tap', async () => {
    world = await createWorld({ change: winning });
    const context = await browser.newContext();
    const { page } = await visit(context, `${world.pages}/new-year/`, asLin);
    await readyToSpin(page);
    const draws = countDraws(context);
    const heard = await hearDraws(page);
    await spinButton(page).dblclick({ delay: 20 });
    await spinButton(page).click({ force: true });
    await expect.poll(() => result(page).count(), { timeout: 15_000 }).toBe(1);
    expect(draws()).toBe(1);
    expect(await heard()).toHaveLength(1);
    expect((await rewardsOf('lin')).chances.used).toBe(1);
  });

  it('is one draw in two tabs at once', async () => {
    world = await createWorld({ change: winning });
    const context = await browser.newContext();
    const [one, two] = await Promise.all([
      visit(context, `${world.pages}/new-year/`, asLin),
      visit(context, `${world.pages}/new-year/`, asLin),
    ]);
    await Promise.all([readyToSpin(one.page), readyToSpin(two.page)]);
    await Promise.all(
      [one, two].map(({ page }) =>
        spinButton(page).evaluate((button) => (button as HTMLButtonElement).click()),
      ),
    );
    for (const { page } of [one, two])
      await expect.poll(() => result(page).count(), { timeout: 20_000 }).toBe(1);
    const { rewards, chances } = await rewardsOf('lin');
    expect(chances.used).toBe(1);
    expect(rewards.items).toHaveLength(1);
    for (const { page } of [one, two])
      expect(await result(page).textContent()).toContain(rewards.items[0].receipt);
  });
});
