// The poster carries the participant's own link, on a strict page, in both languages, and after signing in.
import { resolve } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, expect, it } from 'vitest';
import { useBrowser, visit } from './support/browser.js';
import { signedInAs } from './support/draw-page.js';
import { createWorld, type World } from './support/world.js';

const POLICY =
  "script-src 'self'; style-src 'self'; img-src 'self' blob: data: https:; require-trusted-types-for 'script'";
const decoder = resolve(import.meta.dirname, '../../../packages/poster/node_modules/jsqr/dist/jsQR.js');
const picture = '.front.is-ready img';

const browser = useBrowser();
let world: World;
afterEach(async () => {
  await browser.closeAll();
  await world?.stop();
});

async function open(before: (page: Page) => Promise<unknown> = async () => {}, query = '') {
  world = await createWorld({ headers: { 'Content-Security-Policy': POLICY } });
  const opened = await visit(await browser.newContext(), `${world.pages}/new-year/${query}`, async (page) => {
    await page.addInitScript({ path: decoder });
    await before(page);
  });
  const poster = opened.page.locator('fanfare-poster');
  await poster.scrollIntoViewIfNeeded();
  return { ...opened, poster };
}

/** What a phone would read from the picture in front, and what is told of it to those who do not see it. */
async function scanned(page: Page): Promise<{ link: string; alt: string }> {
  const image = page.locator('fanfare-poster').locator(picture);
  await image.waitFor({ timeout: 15_000 });
  return image.evaluate(async (element) => {
    const image = element as HTMLImageElement;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    const { jsQR } = window as unknown as {
      jsQR(data: Uint8ClampedArray, width: number, height: number): { data: string } | null;
    };
    return { link: jsQR(data, width, height)?.data ?? '', alt: image.alt };
  });
}

it("holds the member's invite link with the channel, and the member's name without asking", async () => {
  const { page, poster, errors } = await open(signedInAs('lin', '林小满'), '?channel_id=moments');
  const { link, alt } = await scanned(page);
  const { invite } = (await world.me('lin')).sections;
  const { searchParams, origin, pathname } = new URL(link);
  expect(`${origin}${pathname}`).toBe('https://carnival.example.com/new-year');
  expect(searchParams.get('invite')).toBe(invite.code);
  expect(searchParams.get('channel_id')).toBe('moments');
  expect(alt).toContain('林小满');
  expect(await poster.locator('form').count()).toBe(0);
  expect(errors).toEqual([]);
});

it('asks a guest for a name, writes it, and keeps it for the next visit', async () => {
  const { page, poster, errors } = await open();
  await poster.getByRole('textbox').fill('小鹿');
  await poster.getByRole('button', { name: '写上名字' }).click();
  await expect.poll(async () => (await scanned(page)).alt, { timeout: 15_000 }).toContain('小鹿');
  await page.reload();
  await poster.scrollIntoViewIfNeeded();
  await expect.poll(async () => (await scanned(page)).alt, { timeout: 15_000 }).toContain('小鹿');
  expect(await poster.locator('form').count()).toBe(0);
  expect(errors).toEqual([]);
});
