// The widgets on an API that was never made for them, in a real browser.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { chromiumArgs, findChromium } from '../../../scripts/chromium.mjs';
import { createClub } from '../club-api.mjs';

let browser: Browser;
let server: ReturnType<typeof createClub>;
let page: Page;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
});
afterAll(() => browser?.close());
afterEach(async () => {
  await page?.close();
  server?.closeAllConnections();
  server?.close();
});

async function open(options: Parameters<typeof createClub>[0], session: string) {
  server = createClub(options);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  page = await browser.newPage({ viewport: { width: 375, height: 812 }, reducedMotion: 'reduce' });
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/?session=${session}`);
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
  await open({ pick: () => 1 }, 'lin');
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
  await open({}, 'mei');
  await readyToSpin();
  const spend = async (orderNo: string) => (await ofClub('spin', 'mei', { orderNo })).ret;
  for (let order = 0; (await spend(`elsewhere-${order}`)) !== 4001; ) order++;
  await spinButton().click();
  await expect.poll(() => page.locator('fanfare-lottery .status').textContent()).toMatch(/机会/);
});
