import { testWidget, type WidgetContract } from '@fanfare/core/testing';
import { afterAll } from 'vitest';
import { invite as widget } from '../src/index';
import type { inviteConfig } from '../src/invite.config';
import { activityOf, closeAll, type Given, until } from './invite.page';
import { FRIEND_CODE, friends, mine, refusal, reward, sectionsOf } from './invite.sample';

afterAll(closeAll);

const on =
  (given?: Given, more = {}) =>
  () => ({ activity: activityOf(given), address: false, ...more });

const at = (ms: number) => new Date(Date.now() + ms).toISOString();
const live = (change: object) => ({
  'activity.live': () => ({
    version: 1,
    paused: [],
    stock: [],
    tiers: [],
    counters: { participants: 0, draws: 0, awards: 0 },
    winners: [],
    ...change,
  }),
});
const see = (selector: string) => async (root: ShadowRoot) => {
  await until(() => root.querySelector(selector));
};
const still = (root: ShadowRoot) =>
  Promise.all(
    [...root.querySelectorAll('*')].flatMap((one) => one.getAnimations()).map((one) => one.finished),
  );
const tap =
  (selector: string, ...rest: string[]) =>
  async (root: ShadowRoot) => {
    await until(() => root.querySelector('.later'));
    for (const [at, next] of [selector, ...rest].entries()) {
      const found = await until(() => root.querySelector<HTMLElement>(next));
      if (at < rest.length || !rest.length) found.click();
    }
    await still(root);
  };
const claimUntil = (selector: string) => tap('.tier .go', selector);
const step = {
  id: 'club',
  index: 1,
  title: { 'zh-CN': '加入新年群', en: 'Join the New Year group' },
  body: { 'zh-CN': '群里等你', en: 'See you there' },
};
const landing = { address: `https://host.example/?invite=${FRIEND_CODE}` };

const states: WidgetContract<typeof inviteConfig>['states'] = {
  'on its way': { options: on(), reach: see('[part="friends"]') },
  'without friends yet': {
    options: on({ sections: sectionsOf({ valid: 0, friends: [], tiers: [] }) }),
    reach: see('.later'),
  },
  'with everybody there': {
    options: on({
      sections: sectionsOf({ valid: 10, tiers: mine.tiers.map(({ id }) => ({ id, state: 'claimed' })) }),
    }),
    reach: see('.later'),
  },
  'with 3 of 20 left': {
    options: on({ handlers: live({ tiers: [{ tier: 'cup', left: 3 }] }) }),
    reach: async (root) =>
      void (await until(() => /3/.test(root.querySelectorAll('small')[1]?.textContent ?? ''))),
  },
  'sold out': {
    options: on({ handlers: live({ tiers: [{ tier: 'cup', left: 0 }] }) }),
    reach: see('.tier.sold-out'),
  },
  'with a friend withdrawn': {
    options: on({
      sections: sectionsOf({
        valid: 0,
        friends: [{ ...friends[2]!, state: 'refused', reason: 'revoked' }],
        tiers: [{ id: 'envelope', state: 'claimed', amount: 888, missing: 1 }],
      }),
    }),
    reach: see('.hint'),
  },
  'before the start': {
    options: on({ definition: { schedule: { start_at: at(90_000_000), end_at: at(99_000_000) } } }),
  },
  ended: { options: on({ definition: { schedule: { start_at: at(-9000), end_at: at(-1000) } } }) },
  paused: { options: on({ handlers: live({ paused: ['invite'], notice: { '*': '稍等 / One moment' } }) }) },
  'signed out': { options: on({ definition: { guests: 'none' } }) },
  'of an activity without invites': { options: on({ definition: { invite: undefined } }) },
  'claiming a tier': {
    options: on({ handlers: { 'tier.claim': () => new Promise(() => {}) } }),
    reach: claimUntil('.go[aria-disabled="true"]'),
  },
  'envelope opened': { options: on(), reach: claimUntil('.envelope') },
  'claim refused': {
    options: on({ handlers: { 'tier.claim': () => Promise.reject(refusal('sold_out')) } }),
    reach: claimUntil('.notice'),
  },
  'claim without an answer': {
    options: on({ handlers: { 'tier.claim': () => Promise.reject(refusal('bad_answer')) } }),
    reach: claimUntil('.notice'),
  },
  invited: { options: on(landing), reach: see('.landing') },
  'invitation accepted': { options: on(landing), reach: tap('.landing .go', '.welcome') },
  'invitation of nobody': {
    options: on({ address: 'https://host.example/?invite=N0B0DY99' }),
    reach: see('.notice'),
  },
  sharing: { options: on({}, { poster: true, place: 'browser' }), reach: tap('.main', '.sheet') },
  'sharing in WeChat': { options: on({}, { place: 'wechat' }), reach: tap('.main', '.corner') },
  'in WeChat': { options: on({}, { place: 'wechat' }), reach: see('.later') },
  'at a question': {
    options: on({
      sections: sectionsOf({
        step: {
          ...step,
          show: 'link',
          options: [
            { id: 'on', title: { 'zh-CN': '线上', en: 'Online' } },
            { id: 'off', title: { 'zh-CN': '到店', en: 'In a shop' } },
          ],
        },
      }),
    }),
    reach: see('.step .go'),
  },
  'at a QR code': {
    options: on({
      sections: sectionsOf({ step: { ...step, show: 'qr', url: 'https://host.example/group' } }),
    }),
    reach: see('.qr'),
  },
  'at a link': {
    options: on({
      sections: sectionsOf({ step: { ...step, show: 'link', url: 'https://host.example/group' } }),
    }),
    reach: see('.step a'),
  },
  'tasks in every state': {
    options: on({
      definition: {
        tasks: ['open', 'pending', 'approved', 'rejected', 'revoked'].map((id) => ({
          id,
          kind: 'proof' as const,
          title: { 'zh-CN': '晒图', en: 'Show a picture' },
        })),
      },
      sections: sectionsOf({
        tasks: (['open', 'pending', 'approved', 'rejected', 'revoked'] as const).map((id) => ({
          id,
          state: id,
          ...(id === 'rejected' && { reason: 'Too dark' }),
        })),
      }),
    }),
    reach: see('[part="tasks"] li'),
  },
  'rewards in every state': {
    options: on({
      sections: sectionsOf(
        {},
        (['pending', 'claimed', 'fulfilled', 'expired'] as const).map((state) => ({
          ...reward,
          id: state,
          state,
        })),
      ),
    }),
    reach: see('[part="rewards"] li'),
  },
  'form with wrong fields': {
    options: on({ sections: sectionsOf({}, [reward]) }),
    reach: tap('[part="rewards"] button', '.form .go', '.wrong'),
  },
  'pasting a passphrase': { options: on(), reach: tap('.later > .link', '.form .go', '.wrong') },
};

testWidget(widget, {
  options: on(),
  badOptions: {
    place: 'moon',
    showRewards: 1,
    address: 'x',
    poll: 1,
    shareTitle: 1,
    shareText: 2,
    shareImage: 3,
    share: 'x',
    poster: 'x',
    challenge: 'x',
  },
  states,
});
