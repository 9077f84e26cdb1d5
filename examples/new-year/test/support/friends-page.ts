// What an inviter and a friend do and see.
import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { World } from './world.js';

export const inviteOf = (page: Page) => page.locator('fanfare-invite');
export const places = (page: Page) => inviteOf(page).locator('.slot.valid');
export const landing = (page: Page) => inviteOf(page).locator('[part=landing]');
export const dialog = (page: Page) => inviteOf(page).getByRole('dialog');

/** Looks for new friends as often as the widget may: a test does not wait for a quarter of a minute. */
export const pollSoon = (page: Page) =>
  inviteOf(page).evaluate((element) => element.setAttribute('poll', '5'));

/** Comes back to the page, which then looks at once. */
export const comeBack = (page: Page) =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

/** The participant of a page, as the backend knows them. */
export const participantOf = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.querySelector('fanfare-activity')!.watch((activity) => {
          activity?.participant.subscribe((participant) => participant && resolve(participant.id));
        });
      }),
  );

/** The address of my own link, on the pages of the test. */
export async function shareLink(page: Page, world: World, channel: string): Promise<string> {
  await inviteOf(page).getByRole('button', { name: '邀请好友', exact: true }).click();
  await dialog(page).getByRole('button', { name: '复制链接' }).click();
  await dialog(page).getByRole('button', { name: '已复制' }).waitFor();
  const copied = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect(`${copied.origin}${copied.pathname}`).toBe('https://carnival.example.com/new-year');
  await dialog(page).getByRole('button', { name: '关闭' }).click();
  return `${world.pages}/new-year/?${copied.searchParams}&channel_id=${channel}`;
}
