import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { inviterWithFriend } from './people.js';

const INVITE = {
  tiers: [{ id: 'one', friends: 1, name: { '*': 'One friend' }, kind: 'coupon' as const }],
  qualify: 'registered',
};

export const qualify = defineCase({
  clause: 'invite.qualify',
  says: 'Where the activity names a fact, a friend does not count (`joined`, or `pending`) until it happens, then is `valid`.',
  fix: 'Count valid friends only; set the state when the friend’s fact is recorded.',
  needs: ['members', 'own', 'facts'],
  async run({ own }) {
    const stage = await own({ invite: INVITE });
    const { inviter, friend } = await inviterWithFriend(stage);
    const before = await stage.me(inviter);
    const waiting = before.sections.invite!;
    check(
      waiting.valid === 0 && ['joined', 'pending'].includes(waiting.friends[0]?.state ?? ''),
      'a friend, joined or pending, who does not count',
      before.answer,
    );
    (await stage.fact(friend, 'registered')).ok('fact.record');
    const { sections, answer } = await stage.me(inviter);
    const { valid, friends, revision } = sections.invite!;
    check(valid === 1 && friends[0]?.state === 'valid', 'a valid friend after the fact', answer);
    check(revision > waiting.revision, 'a higher revision of the inviter’s section', before.answer, answer);
  },
});
