import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { claimTier, inviterWithFriend } from './people.js';

export const tier = defineCase({
  clause: 'invite.tier',
  says: 'A tier is claimed once, with enough valid friends: before 409 `tier_locked`, again 409 `tier_claimed`. The claim gives a reward.',
  fix: 'Count friends and claim in one transaction; make (participant, tier) unique.',
  needs: ['members', 'own'],
  async run({ own, unique }) {
    const stage = await own();
    const { inviter, friend } = await inviterWithFriend(stage);
    (await claimTier(stage, friend, 'one')).refused('tier_locked');
    (await claimTier(stage, inviter, 'no-such-tier')).refused('not_found');
    const key = unique('key');
    const answer = await claimTier(stage, inviter, 'one', { key });
    const { invite, rewards } = answer.ok('tier.claim').sections;
    const tier = invite.tiers.find(({ id }) => id === 'one');
    check(tier?.state === 'claimed', 'the tier claimed', answer);
    check(
      rewards.items.some(({ id, source }) => id === tier.reward && source === 'tier'),
      'its reward in `rewards`',
      answer,
    );
    check(
      (await claimTier(stage, inviter, 'one', { key })).text === answer.text,
      'the same bytes for the same key',
      answer,
    );
    (await claimTier(stage, inviter, 'one')).refused('tier_claimed');
  },
});
