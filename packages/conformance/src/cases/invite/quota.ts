import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { claimTier, inviterWithFriend } from './people.js';

const INVITE = {
  tiers: [{ id: 'one', friends: 1, name: { '*': 'One friend' }, kind: 'coupon' as const, quota: 1 }],
};

export const quota = defineCase({
  clause: 'invite.quota',
  says: 'A tier with a quota is given to so many and no more: then 409 `sold_out`, and `live` says that none is left.',
  fix: 'Take the quota’s row last in the transaction, only while it is above 0.',
  needs: ['members', 'own'],
  async run({ own, clock }) {
    const stage = await own({ invite: INVITE });
    const [first, second] = [await inviterWithFriend(stage), await inviterWithFriend(stage)];
    (await claimTier(stage, first.inviter, 'one')).ok('tier.claim');
    (await claimTier(stage, second.inviter, 'one')).refused('sold_out');
    await clock.until(clock.now() + 1100);
    const live = await stage.call('activity.live');
    check(
      live.ok('activity.live').tiers.find(({ tier }) => tier === 'one')?.left === 0,
      '0 left of tier "one"',
      live,
    );
  },
});
