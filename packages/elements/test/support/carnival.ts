// The New Year activity with every widget on a host's page, and somebody who uses them all.
import { resolve } from 'node:path';
import { memoryStore } from '@fanfare/server/memory';
import type { FrameLocator, Page } from 'playwright';
import { afterAll, beforeAll, expect } from 'vitest';
import { startBackend } from '../../../../scripts/demo/backend.mjs';
import { loadDefinition } from '../../../../scripts/demo/definition.mjs';

const workspace = resolve(import.meta.dirname, '../../../..');
const START = Date.parse('2027-01-01T00:00:00+08:00');
const LIVE = Date.parse('2027-01-01T19:45:00+08:00');

export const WIDGETS = ['countdown', 'lottery', 'poster', 'invite', 'checkin'] as const;
export const tags = WIDGETS.map((name) => `<fanfare-${name}></fanfare-${name}>`).join('\n');
export const carnival = (inside = tags) =>
  `<fanfare-activity activity="new-year" endpoint="http://site.test/api" locale="en">${inside}</fanfare-activity>`;

/** Starts the backend, live in the first show, where every draw wins. */
export function useCarnival() {
  let backend: Awaited<ReturnType<typeof startBackend>>;
  beforeAll(async () => {
    const definition = loadDefinition(resolve(workspace, 'examples/new-year/activity.json'));
    Object.assign(definition, { jitter_seconds: 1, live_seconds: 1 });
    for (const prize of definition.lottery.prizes) prize.weight = prize.id === 'tea' ? 1 : 0;
    backend = await startBackend({ store: memoryStore(), definition, port: 0, lead: START - LIVE });
  });
  afterAll(() => backend?.stop());
  return () => backend.url;
}

const button = (at: Page | FrameLocator, widget: string, name: string | RegExp) =>
  at.locator(`fanfare-${widget}`).getByRole('button', { name, exact: true }).first();

/** Waits until every widget stands there and has something to do. */
export async function allStand(at: Page | FrameLocator): Promise<void> {
  await at.locator('fanfare-countdown').getByRole('timer').waitFor({ timeout: 15_000 });
  await expect
    .poll(() => button(at, 'lottery', 'Spin').getAttribute('aria-disabled'), { timeout: 15_000 })
    .toBe('false');
  for (const [widget, name] of [
    ['poster', 'Minimal'],
    ['invite', 'Invite friends'],
    ['checkin', 'Calendar'],
  ] as const)
    await button(at, widget, name).waitFor({ timeout: 15_000 });
}

/** Draws to the result, checks in, has a poster painted, opens the ways to invite. */
export async function useAll(at: Page | FrameLocator): Promise<void> {
  await allStand(at);
  await button(at, 'checkin', /^Check in/).click();
  await button(at, 'poster', 'No name').click();
  await button(at, 'poster', 'Minimal').click();
  await at.locator('fanfare-poster').getByRole('img').first().waitFor({ timeout: 20_000 });
  await at
    .locator('fanfare-checkin')
    .getByText(/Checked in|Done for today|in a row/i)
    .first()
    .waitFor({ timeout: 15_000 });
  await draw(at);
  await button(at, 'invite', 'Invite friends').click();
  const ways = at.locator('fanfare-invite').getByRole('dialog').first();
  await ways.waitFor({ timeout: 15_000 });
  await ways.press('Escape');
}

/** Draws and closes the result. */
export async function draw(at: Page | FrameLocator): Promise<void> {
  await button(at, 'lottery', 'Spin').click();
  const result = at.locator('fanfare-lottery').getByRole('dialog').first();
  await result.waitFor({ timeout: 20_000 });
  await result.press('Escape');
}
