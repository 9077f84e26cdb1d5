// An inviter and a friend, each in a browser of their own, over one backend.
import type { Page, Request } from 'playwright';
import { afterEach, expect, it } from 'vitest';
import { useBrowser, visit } from './support/browser.js';
import { signedInAs } from './support/draw-page.js';
import {
  comeBack,
  dialog,
  inviteOf,
  landing,
  participantOf,
  places,
  pollSoon,
  shareLink,
} from './support/friends-page.js';
import { POLICY } from './support/policy.js';
import { createWorld, type World } from './support/world.js';

const browser = useBrowser();
let world: World;
afterEach(async () => {
  await browser.closeAll();
  await world?.stop();
});

const PERMISSIONS = { permissions: ['clipboard-read', 'clipboard-write'] };

async function openInviter() {
  const context = await browser.newContext(PERMISSIONS);
  const visited = await visit(context, `${world.pages}/new-year/`, signedInAs('lin', '林小满'));
  const claims: Request[] = [];
  context.on('request', (request) => request.url().endsWith('/claim') && claims.push(request));
  await inviteOf(visited.page).getByRole('button', { name: '邀请好友', exact: true }).waitFor();
  await pollSoon(visited.page);
  return { ...visited, claims };
}

/** What the page has sent with its acceptance. */
const acceptance = (page: Page) =>
  page
    .waitForRequest((request) => request.method() === 'POST' && /\/invites\/\w+\/accept$/.test(request.url()))
    .then((request) => ({ url: request.url(), body: request.postDataJSON() as unknown }));

const accept = (page: Page) => landing(page).getByRole('button', { name: '接受邀请' }).click();

it('is shared, accepted with one tap and counted live; three places open one envelope, once', async () => {
  world = await createWorld({ headers: { 'Content-Security-Policy': POLICY } });
  const inviter = await openInviter();
  const link = await shareLink(inviter.page, world, 'moments');
  const code = new URL(link).searchParams.get('invite')!;
  // A messenger's menu forwards the address as it stands.
  expect(new URL(inviter.page.url()).searchParams.get('invite')).toBe(code);
  for (const _ of [1, 2]) await world.befriend(code);

  const friend = await visit(await browser.newContext(), link);
  await expect.poll(() => landing(friend.page).textContent()).toContain('林小满 邀请你一起参加');
  await expect
    .poll(() => landing(friend.page).evaluate((one) => one.getBoundingClientRect().top))
    .toBeLessThan(700);
  const accepted = acceptance(friend.page);
  await accept(friend.page);
  await inviteOf(friend.page).getByText('已接受邀请，欢迎加入！').waitFor();
  expect(await accepted).toMatchObject({ body: { channel: 'moments' } });

  await comeBack(inviter.page);
  await expect.poll(() => places(inviter.page).count()).toBe(2);
  await inviteOf(inviter.page).getByText('已加入 · 等 TA 完成任务').waitFor();
  await world.fact(await participantOf(friend.page), 'watched');
  await expect.poll(() => inviteOf(inviter.page).locator('h2').textContent()).toBe('已有 3 位好友加入');

  const open = inviteOf(inviter.page).getByRole('button', { name: '拆开' });
  await open.dblclick();
  await dialog(inviter.page).waitFor();
  const told = (await dialog(inviter.page).textContent())!;
  const { invite, rewards } = (await world.me('lin')).sections;
  const tier = invite.tiers.find((one: { id: string }) => one.id === 'invite-3');
  const reward = rewards.items.find((one: { id: string }) => one.id === tier.reward);
  expect(tier).toMatchObject({ state: 'claimed', amount: reward.amount });
  expect(told).toContain(`¥${(tier.amount / 100).toFixed(2)}`);
  expect(told).toContain(reward.receipt);
  expect(rewards.items.filter((one: { source: string }) => one.source === 'tier')).toHaveLength(1);
  expect(inviter.claims).toHaveLength(1);

  await inviter.page.reload();
  await inviteOf(inviter.page).locator('.tier.claimed .badge').waitFor();
  expect(await inviteOf(inviter.page).locator('.tier.claimed .badge').textContent()).toContain('¥');
  expect(await open.count()).toBe(0);
  expect([...inviter.errors, ...friend.errors]).toEqual([]);
});

it('code and channel survive both hops between activity and live room, a reload and a sign-in', async () => {
  world = await createWorld();
  const { page: inviter } = await openInviter();
  const link = await shareLink(inviter, world, 'moments');
  const code = new URL(link).searchParams.get('invite')!;

  const context = await browser.newContext();
  // A room of another company: all it does is to hand on what stands in its own address.
  await context.route('https://live.example.com/**', (route) => {
    const { search } = new URL(route.request().url());
    const home = `${world.pages}/new-year/${search.replaceAll('&', '&amp;')}`;
    return route.fulfill({ contentType: 'text/html', body: `<a href="${home}">home</a>` });
  });
  const { page } = await visit(context, link);
  await landing(page).waitFor();
  const shows = page.locator('fanfare-countdown[mode=schedule]').getByRole('link');
  for (const way of [shows.first(), page.locator('.room .enter')]) {
    await way.hover();
    await expect.poll(() => way.getAttribute('href')).toContain(`channel_id=moments&invite=${code}`);
  }
  await page.locator('.room .enter').click();
  await page.getByText('home').waitFor();
  expect(page.url()).toMatch(/^https:\/\/live\.example\.com\/new-year\/01\?/);
  // Another browser on the way back, as from a messenger to the device's own: nothing was stored there.
  const other = await browser.newContext();
  const back = (await page.getByText('home').getAttribute('href'))!;
  const arrived = await visit(other, back);
  await landing(arrived.page).waitFor();
  await arrived.page.goto(`${world.pages}/new-year/`);
  await landing(arrived.page).waitFor();
  await arrived.page.reload();
  await arrived.page.locator('.dev-bar summary').click();
  await arrived.page.locator('.dev-bar').getByRole('button', { name: '陈一诺' }).click();
  await expect
    .poll(() => arrived.page.evaluate(() => sessionStorage.getItem('new-year.person')))
    .toContain('chen');
  await arrived.page.locator('.dev-bar summary').click();
  await expect.poll(() => landing(arrived.page).textContent()).toContain('林小满 邀请你一起参加');
  const accepted = acceptance(arrived.page);
  await accept(arrived.page);
  await inviteOf(arrived.page).getByText('已接受邀请，欢迎加入！').waitFor();
  expect(await accepted).toMatchObject({ body: { channel: 'moments' } });
  expect((await accepted).url).toContain(`/invites/${code}/accept`);
  expect((await world.me('chen')).sections.invite.inviter).toBe(code);
  expect((await world.me('lin')).sections.invite.friends).toMatchObject([{ state: 'joined' }]);
});
