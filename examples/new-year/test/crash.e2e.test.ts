// The server is killed between a tap and its prize, then started again over the same data: one effect.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page, Route } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { findExamples, serveExamples } from '../../../scripts/demo/examples.mjs';
import { useBrowser, visit } from './support/browser.js';
import { readyToSpin, result, signedInAs, spinButton } from './support/draw-page.js';
import { type KillableServer, startServer } from './support/killable-server.js';
import { definitionOf } from './support/world.js';

const browser = useBrowser();
let folder: string;
let definitions: string;
let server: KillableServer;
let pages: Awaited<ReturnType<typeof serveExamples>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fanfare-crash-'));
  definitions = join(folder, 'activity.json');
  const definition = definitionOf((definition) => {
    // Live by the real clock, because the clock of a killed process starts anew.
    const [start, end] = [Date.now() - 3_600_000, Date.now() + 86_400_000].map((at) =>
      new Date(at).toISOString(),
    );
    definition.schedule = { start_at: start, end_at: end };
    for (const prize of definition.lottery.prizes) prize.weight = prize.id === 'tea' ? 1 : 0;
  });
  writeFileSync(definitions, JSON.stringify(definition));
  server = await startServer({ data: join(folder, 'data'), definitions });
  const folders = findExamples(resolve(import.meta.dirname, '../../..'));
  const backend = { url: server.url, id: 'new-year', keys: { host: [] } };
  pages = await serveExamples({ folders, port: 0, backend });
});
afterEach(() => browser.closeAll());
afterAll(async () => {
  await server?.kill();
  await pages?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function restart(): Promise<void> {
  server = await startServer({
    data: join(folder, 'data'),
    definitions,
    port: Number(new URL(server.url).port),
  });
}

async function meOf(sub: string) {
  const json = (path: string, options: RequestInit) =>
    fetch(`${server.url}${path}`, options).then((answer) => answer.json());
  const { token } = await json('/v1/dev/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ activity: 'new-year', sub }),
  });
  return json('/v1/activities/new-year/me', { headers: { Authorization: `Bearer ${token}` } });
}

/** Handles the first draw request by `work`, lets the retries through. */
const onFirstDraw = (page: Page, work: (route: Route) => Promise<void>) => {
  let isFirst = true;
  return page.route('**/draws', (route) => {
    if (!isFirst || route.request().method() !== 'POST') return route.continue();
    isFirst = false;
    return work(route);
  });
};

const deaths: [name: string, person: string, death: (route: Route) => Promise<void>][] = [
  [
    'after it drew and before it answered',
    'lin',
    async (route) => {
      await route.fetch();
      await server.kill();
      await route.abort('connectionreset');
    },
  ],
  [
    'while it draws',
    'chen',
    async (route) => {
      const answer = route.fetch({ maxRetries: 0 }).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 12));
      await server.kill();
      await answer;
      await route.abort('connectionreset');
    },
  ],
];

it.each(deaths)('is one draw when the server dies %s', async (_, person, death) => {
  const { page } = await visit(
    await browser.newContext(),
    `${pages.url}/new-year/`,
    signedInAs(person, person),
  );
  await readyToSpin(page);
  let isRestarted = false;
  await onFirstDraw(page, async (route) => {
    await death(route);
    await restart();
    isRestarted = true;
  });
  await spinButton(page).click();
  await expect.poll(() => isRestarted, { timeout: 30_000 }).toBe(true);
  // The page retries by itself; when its patience is over before the server is back, a person does.
  const again = page.locator('fanfare-lottery').getByRole('button', { name: '再试一次' });
  await expect
    .poll(
      async () => {
        if (await again.isVisible()) await again.click();
        return result(page).count();
      },
      { timeout: 40_000 },
    )
    .toBe(1);
  const { sections } = await meOf(person);
  expect(sections.chances.used).toBe(1);
  expect(sections.rewards.items).toHaveLength(1);
  expect(await result(page).textContent()).toContain(sections.rewards.items[0].receipt);
});
