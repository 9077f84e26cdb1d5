// The life of an activity as one visitor sees it: warm-up, the flip to live, a draw, sold out, the end.
import { afterEach, describe, expect, it } from 'vitest';
import { useBrowser, visit } from './support/browser.js';
import {
  countdownHeading,
  hearDraws,
  readyToSpin,
  result,
  signedInAs,
  spinButton,
  status,
} from './support/draw-page.js';
import { createWorld, END, LIVE, START, type World } from './support/world.js';

const browser = useBrowser();
let world: World;
afterEach(async () => {
  await browser.closeAll();
  await world?.stop();
});

/** Every draw wins something. */
const alwaysWin = (definition: World['definition']) => {
  for (const prize of definition.lottery.prizes) prize.weight = prize.id === 'tea' ? 1000 : 0;
};

describe('the life of an activity', () => {
  it('shows everything in warm-up and lets nobody draw', async () => {
    world = await createWorld({ now: START - 3_600_000 });
    const { page, requests } = await visit(
      await browser.newContext(),
      `${world.pages}/new-year/`,
      signedInAs('lin', '林小满'),
    );
    await expect.poll(() => countdownHeading(page).textContent()).toBe('距活动开始还有');
    await expect.poll(() => spinButton(page).getAttribute('aria-disabled')).toBe('true');
    await spinButton(page).click({ force: true });
    expect(await page.locator('.rule-list details').count()).toBe(9);
    await page.locator('.rule-list summary').first().click();
    expect(await page.locator('.rule-list details[open] p').textContent()).toContain('北京时间');
    expect(requests.filter((request) => request.endsWith('/draws'))).toEqual([]);
    expect((await world.draw('lin', 'forced')).body).toMatchObject({ code: 'not_started' });
  });

  it('goes live by itself, and the zero causes no request', async () => {
    world = await createWorld({
      now: START - 16_000,
      change: (definition) => Object.assign(definition, { jitter_seconds: 3600, live_seconds: 60 }),
    });
    const { page, requests } = await visit(
      await browser.newContext(),
      `${world.pages}/new-year/`,
      signedInAs('lin', '林小满'),
    );
    await expect.poll(() => countdownHeading(page).textContent()).toBe('距活动开始还有');
    await page.evaluate(() => document.querySelector('fanfare-activity')!.activity!.ready);
    await expect.poll(() => requests.filter((request) => request.endsWith('/live')).length).toBe(1);
    // What was seen on arrival is told before the zero, and nothing that all pages have to say at once.
    await expect
      .poll(() => requests.filter((request) => request.endsWith('/events')).length, { timeout: 20_000 })
      .toBeGreaterThan(0);
    const before = requests.length;
    await expect.poll(() => countdownHeading(page).textContent(), { timeout: 20_000 }).toBe('距活动结束还有');
    await readyToSpin(page);
    // Re-fetches are spread over the jitter window; the flip itself has asked for nothing.
    expect(requests.slice(before).filter((request) => request !== 'GET /v1/time')).toEqual([]);
    await spinButton(page).click();
    await expect.poll(() => result(page).count(), { timeout: 15_000 }).toBe(1);
  });

  it('shows the prize that the backend recorded', async () => {
    world = await createWorld({ change: alwaysWin });
    const { page } = await visit(
      await browser.newContext(),
      `${world.pages}/new-year/`,
      signedInAs('lin', '林小满'),
    );
    await readyToSpin(page);
    const draws = await hearDraws(page);
    await spinButton(page).click();
    await expect.poll(() => result(page).count(), { timeout: 15_000 }).toBe(1);
    const { sections } = await world.me('lin');
    expect(sections.rewards.items.map((reward: { id: string }) => reward.id)).toEqual(
      (await draws()).map(({ reward }) => reward),
    );
    expect(await result(page).textContent()).toContain(sections.rewards.items[0].name['zh-CN']);
    expect(await result(page).textContent()).toContain(sections.rewards.items[0].receipt);
    expect(sections.chances).toMatchObject({ used: 1 });
    // The rays turn beyond the stage: bringing the button into view must not scroll them.
    const stage = page.locator('fanfare-lottery .stage');
    await spinButton(page).evaluate((button) => button.scrollIntoView({ block: 'start', inline: 'start' }));
    expect(await stage.evaluate((element) => [element.scrollTop, element.scrollLeft])).toEqual([0, 0]);
  });

  it('says that all is given out', async () => {
    world = await createWorld({
      change: (definition) => {
        definition.lottery.prizes = definition.lottery.prizes.filter(({ id }: { id: string }) =>
          ['tea', 'luck'].includes(id),
        );
        for (const prize of definition.lottery.prizes)
          Object.assign(prize, prize.id === 'tea' ? { weight: 1, stock: 1 } : { weight: 0 });
      },
    });
    await world.draw('chen', 'first');
    const { page } = await visit(await browser.newContext(), `${world.pages}/new-year/`);
    await expect.poll(() => status(page).textContent()).toBe('奖品已经全部送完');
    expect(await spinButton(page).getAttribute('aria-disabled')).toBe('true');
    await expect.poll(() => page.locator('.prize[data-stock=out] em').textContent()).toBe('已发完');
  });

  it('ends, and names the next activity', async () => {
    world = await createWorld({ now: END - 4000 });
    const { page } = await visit(await browser.newContext(), `${world.pages}/new-year/`);
    await expect.poll(() => countdownHeading(page).textContent(), { timeout: 10_000 }).toBe('活动已结束');
    await expect.poll(() => status(page).textContent()).toBe('活动已结束，感谢参与');
    expect(await page.locator('.clock fanfare-countdown [part=next]').textContent()).toContain(
      '元宵灯会直播周',
    );
    // A page may be ahead of its server by what it cannot know of the time between them.
    await world.moveTo(END);
    expect((await world.draw('lin', 'late')).body).toMatchObject({ code: 'ended' });
  });

  it('follows the bar for trying things out', async () => {
    world = await createWorld({ now: LIVE });
    const { page, errors } = await visit(await browser.newContext(), `${world.pages}/new-year/`);
    await readyToSpin(page);
    await page.locator('.dev-bar summary').click();
    const bar = page.locator('.dev-bar');
    for (const [button, phase] of [
      ['预热', 'warmup'],
      ['开始前 1 分钟', 'warmup'],
      ['直播中', 'live'],
      ['最后 1 小时', 'live'],
      ['已结束', 'ended'],
    ] as const) {
      await bar.getByRole('button', { name: button, exact: true }).click();
      await expect.poll(() => page.locator('html').getAttribute('data-phase')).toBe(phase);
    }
    await bar.getByRole('button', { name: '直播中', exact: true }).click();
    await expect.poll(() => page.locator('html').getAttribute('data-phase')).toBe('live');
    await bar.getByRole('button', { name: '林小满' }).click();
    await expect
      .poll(() => bar.getByRole('button', { name: '林小满' }).getAttribute('aria-pressed'))
      .toBe('true');
    const { left } = (await world.me('lin')).sections.chances;
    await bar.getByRole('button', { name: '再来一次机会 +1' }).click();
    await expect.poll(() => status(page).textContent()).toBe(`还有 ${left + 1} 次机会`);
    await bar.getByRole('button', { name: '已结束', exact: true }).click();
    await expect.poll(() => page.locator('html').getAttribute('data-phase')).toBe('ended');
    expect(errors).toEqual([]);
  });
});
