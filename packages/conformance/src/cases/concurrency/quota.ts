import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { claimTier, inviterWithFriend } from '../invite/people.js';

const INVITE = {
  tiers: [{ id: 'one', friends: 1, name: { '*': 'One friend' }, kind: 'coupon' as const, quota: 5 }],
};

export const quota = defineCase({
  clause: 'concurrency.quota',
  says: 'Out of a quota of 5, 12 people who claim a tier at once get exactly 5; the rest are 409 `sold_out`.',
  fix: 'Take the quota with one conditional UPDATE, last in the transaction.',
  needs: ['members', 'own'],
  features: ['invite'],
  isAlone: true,
  async run(trial) {
    const stage = await trial.own({ invite: INVITE });
    const people = await Promise.all(Array.from({ length: 12 }, () => inviterWithFriend(stage)));
    const answers = await Promise.all(people.map(({ inviter }) => claimTier(stage, inviter, 'one')));
    for (const answer of answers) if (answer.status !== 200) answer.refused('sold_out');
    const given = answers.filter(({ status }) => status === 200).length;
    check(given === 5, `5 claims, not ${given}`, answers[0]!);
  },
});
