// The widgets on an API that was never made for them, in a real browser.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromiumArgs, findChromium } from '../../../scripts/chromium.mjs';

let browser: Browser;
let club: ChildProcess;
let url: string;
let page: Page;

beforeAll(async () => {
  club = spawn(process.execPath, ['club-api.mjs'], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, PORT: '0', PICK: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  [url] = await once(createInterface({ input: club.stdout! }), 'line');
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
});
afterAll(async () => {
  await browser?.close();
  club?.kill();
});

async function open(session: string) {
  page = await browser.newPage({ viewport: { width: 375, height: 812 }, reducedMotion: 'reduce' });
  await page.goto(`${url}?session=${session}`);
}
const ofClub = (name: string, session: string, body?: object) =>
  page.evaluate(
    async ([path, own, text]) => {
      const headers = { 'X-Club-Session': own! };
      const answer = await fetch(`/club/${path}`, { headers, ...(text && { method: 'POST', body: text }) });
      return answer.json();
    },
    [name, session, body && JSON.stringify(body)],
  );
const spinButton = () => page.locator('fanfare-lottery').getByRole('button', { name: '抽奖', exact: true });
const readyToSpin = () =>
  expect.poll(() => spinButton().getAttribute('aria-disabled'), { timeout: 20_000 }).toBe('false');

it('draws by the club’s spins: what the wheel tells is what the club has in its bag', async () => {
  await open('lin');
  await readyToSpin();
  await spinButton().click();
  const result = page.locator('fanfare-lottery').getByRole('dialog');
  await expect.poll(() => result.textContent(), { timeout: 20_000 }).toContain('咖啡券');
  await expect
    .poll(async () => (await ofClub('mine', 'lin')).data?.bag.map(({ giftNo }: { giftNo: string }) => giftNo))
    .toEqual(['G2']);
  expect(await page.locator('fanfare-countdown [part~=heading]').textContent()).not.toBe('');
});

it('says in the widget’s words what the club refuses with a number', async () => {
  await open('mei');
  await readyToSpin();
  const spend = async (orderNo: string) => (await ofClub('spin', 'mei', { orderNo })).ret;
  for (let order = 0; (await spend(`elsewhere-${order}`)) !== 4001; ) order++;
  await spinButton().click();
  await expect.poll(() => page.locator('fanfare-lottery .status').textContent()).toMatch(/机会/);
});
