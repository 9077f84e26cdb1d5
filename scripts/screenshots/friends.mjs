// Every state of inviting.
/** @type {(name: string, en: string) => RegExp} */
const either = (name, en) => new RegExp(`^(${name}|${en})$`);
const share = either('邀请好友', 'Invite friends');
const open = either('拆开', 'Open');

/** @param {import('playwright').Locator} widget @param {RegExp} name */
const tap = (widget, name) => widget.getByRole('button', { name }).first().click();

/** @type {(tier: string, change: object) => (definition: any) => void} */
const tierWith = (tier, change) => (definition) =>
  Object.assign(
    definition.invite.tiers.find((/** @type {{ id: string }} */ { id }) => id === tier),
    change,
  );
/** @param {import('./stage.mjs').Stage} stage */
const allTiers = async (stage) => {
  await stage.bring(10);
  for (const tier of ['invite-1', 'invite-3', 'invite-10']) await stage.act(`tiers/${tier}/claim`);
};

/** @type {import('./stage.mjs').Shot[]} */
export const friendsShots = [
  { name: 'friends-empty', of: 'invite' },
  { name: 'friends-warmup', of: 'invite', at: '2026-12-29T08:00:00+08:00' },
  {
    name: 'friends-ended',
    of: 'invite',
    at: '2027-01-12T08:00:00+08:00',
    before: (stage) => stage.moveTo('2027-01-12T08:00:00+08:00'),
  },
  {
    name: 'friends-paused',
    of: 'invite',
    definition: (definition) => {
      definition.paused = ['invite'];
      definition.notice = {
        'zh-CN': '正在核对数据，10 分钟后回来',
        en: 'Checking the numbers; back in ten minutes',
      };
    },
  },
  {
    name: 'friends-signed-out',
    of: 'invite',
    isGuest: true,
    definition: (definition) => {
      definition.guests = 'view';
    },
  },
  { name: 'friends', of: 'invite', isBest: true, before: (stage) => stage.bring(2, 1) },
  { name: 'friends-dark', of: 'invite', isDark: true, before: (stage) => stage.bring(2, 1) },
  { name: 'friends-320', of: 'invite', width: 320, before: (stage) => stage.bring(2, 1) },
  { name: 'friends-1280', of: 'invite', width: 1280, before: (stage) => stage.bring(2, 1) },
  {
    name: 'friends-states',
    of: 'invite',
    before: async (stage) => {
      await stage.bring(3, 2);
      const { friends } = (await stage.me('lin')).invite;
      await stage.decide(`friends/${friends[0].id}/review`, { decision: 'rejected' });
      await stage.decide(`friends/${friends[2].id}/review`, { decision: 'revoked' });
      const proof = await stage.prove();
      await stage.decide(`submissions/${proof}/review`, {
        decision: 'rejected',
        reason: '看不清画面 / too dark',
      });
    },
  },
  {
    name: 'friends-envelope',
    of: 'invite',
    isBest: true,
    isScreen: true,
    before: (stage) => stage.bring(3),
    after: ({ widget }) => tap(widget, open),
  },
  {
    name: 'friends-claimed',
    of: 'invite',
    before: async (stage) => {
      await stage.bring(3);
      for (const tier of ['invite-1', 'invite-3']) await stage.act(`tiers/${tier}/claim`);
    },
    after: ({ widget }) => tap(widget, /填写领取信息|Fill in the details/),
  },
  {
    name: 'friends-revoked',
    of: 'invite',
    before: async (stage) => {
      const proof = await stage.prove();
      await stage.decide(`submissions/${proof}/review`, { decision: 'approved' });
      await stage.act('tiers/invite-1/claim');
      await stage.decide(`submissions/${proof}/review`, {
        decision: 'revoked',
        reason: '已删除分享 / the post was deleted',
      });
    },
  },
  {
    name: 'friends-sold-out',
    of: 'invite',
    definition: (definition) => {
      definition.invite.tiers[1].friends = 2;
      tierWith('invite-1', { quota: 1 })(definition);
    },
    before: async (stage) => {
      await stage.bring(1, 0, 'rival');
      await stage.send('tiers/invite-1/claim', {}, await stage.tokenOf('rival'));
      await stage.bring(1);
    },
  },
  { name: 'friends-step', of: 'invite', isBest: true, before: allTiers },
  {
    name: 'friends-step-qr',
    of: 'invite',
    before: async (stage) => {
      await allTiers(stage);
      await stage.act('tasks/salon/submissions', { text: 'online' });
    },
  },
  {
    name: 'friends-step-last',
    of: 'invite',
    before: async (stage) => {
      await allTiers(stage);
      await stage.act('tasks/salon/submissions', { text: 'online' });
      await stage.act('tasks/salon/submissions');
    },
  },
  {
    name: 'friends-sheet',
    of: 'invite',
    isScreen: true,
    before: (stage) => stage.bring(1),
    after: ({ widget }) => tap(widget, share),
  },
  { name: 'friends-wechat', of: 'invite', isWechat: true, before: (stage) => stage.bring(2, 1) },
  {
    name: 'friends-wechat-guide',
    of: 'invite',
    isWechat: true,
    isScreen: true,
    isBest: true,
    after: ({ widget }) => tap(widget, share),
  },
  {
    name: 'friends-landing',
    of: 'invite',
    isGuest: true,
    isBest: true,
    query: async (stage) => {
      await stage.tokenOf('lin', stage.person.name);
      await stage.bring(0);
      return `&invite=${(await stage.me('lin')).invite.code}`;
    },
  },
  {
    name: 'friends-accepted',
    of: 'invite',
    isGuest: true,
    query: async (stage) => `&invite=${(await stage.me('lin')).invite.code}`,
    after: ({ widget }) => tap(widget, either('接受邀请', 'Accept')),
  },
  {
    name: 'friends-refused',
    of: 'invite',
    query: async (stage) => {
      const { code } = (await stage.me('chen')).invite;
      await stage.send(
        `invites/${(await stage.me('lin')).invite.code}/accept`,
        {},
        await stage.tokenOf('chen'),
      );
      return `&invite=${code}`;
    },
    after: ({ widget }) => tap(widget, either('接受邀请', 'Accept')),
  },
  {
    name: 'friends-offline',
    of: 'invite',
    before: (stage) => stage.bring(1),
    after: async ({ page, widget }) => {
      await page.context().setOffline(true);
      await page.waitForTimeout(300);
      await widget.locator('.tier .go').first().click({ force: true });
    },
  },
  { name: 'friends-rules', of: 'invite', after: ({ widget }) => widget.locator('summary').click() },
  {
    name: 'friends-passphrase',
    of: 'invite',
    after: async ({ widget }) => {
      await tap(widget, /我有好友口令|I have a passphrase/);
      await widget.getByRole('textbox').fill('???');
      await widget.getByRole('textbox').press('Enter');
    },
  },
];
