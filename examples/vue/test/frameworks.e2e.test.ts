// The pages of both frameworks on the real backend: they count down, draw, and show what was drawn in their own state.
import { afterEach, describe, expect, it } from 'vitest';
import { useBrowser, visit } from '../../new-year/test/support/browser.js';
import { createWorld, type World } from '../../new-year/test/support/world.js';

const browser = useBrowser();
let world: World;
afterEach(async () => {
  await browser.closeAll();
  await world?.stop();
});

describe.each(['/react/', '/vue/'])('%s', (path) => {
  it('draws, and tells the page', async () => {
    world = await createWorld();
    const { page, errors } = await visit(await browser.newContext(), `${world.pages}${path}`);
    const spin = page.getByRole('button', { name: '抽奖', exact: true });
    const isReady = () => expect.poll(() => spin.getAttribute('aria-disabled')).toBe('false');
    await isReady();
    await page.getByRole('button', { name: '九宫格' }).click();
    await isReady();
    await spin.click();
    await expect.poll(() => page.getByRole('dialog').count(), { timeout: 15_000 }).toBe(1);
    await expect.poll(() => page.locator('output').textContent()).toContain('上一次');
    expect(errors).toEqual([]);
  });
});
