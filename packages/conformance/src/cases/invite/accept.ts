import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { accept, codeOf } from './people.js';

export const acceptOnce = defineCase({
  clause: 'invite.accept',
  says: 'A friend accepts once for ever: both sides see it, friends by name and by an id of the invite; a second inviter is 409 `invite_repeat`.',
  fix: 'Make the friend’s row unique; the first accepted inviter stays.',
  needs: ['members', 'own'],
  async run({ shared }) {
    const stage = await shared();
    const inviter = await stage.member('Ming');
    const code = await codeOf(stage, inviter);
    const friend = await stage.member('Mei');
    const answer = await accept(stage, friend, code);
    check(
      answer.ok('invite.accept').sections.invite.inviter === code,
      'the inviter’s code in the friend’s section',
      answer,
    );
    const read = await stage.call('participant.get', { token: inviter.token });
    const { friends, valid } = read.ok('participant.get').sections.invite!;
    check(friends.length === 1 && valid === 1, 'one friend, valid', read);
    check(!read.text.includes(friend.id), 'no id of the friend’s account', read);
    const other = await codeOf(stage, await stage.member());
    (await accept(stage, friend, other)).refused('invite_repeat');
    (await accept(stage, friend, code)).refused('invite_repeat');
  },
});
