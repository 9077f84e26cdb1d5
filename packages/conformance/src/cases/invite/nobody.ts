import { defineCase } from '../../case.js';
import { accept, codeOf, inviterWithFriend } from './people.js';

export const nobody = defineCase({
  clause: 'invite.self',
  says: 'Nobody invites themselves (409 `invite_self`), nobody their own inviter (409 `invite_cycle`), and an unknown code is 404 `not_found`.',
  fix: 'Walk up the inviter’s lineage inside the transaction, with the lineages locked.',
  needs: ['members'],
  async run({ shared }) {
    const stage = await shared();
    const { inviter, friend } = await inviterWithFriend(stage);
    (await accept(stage, inviter, await codeOf(stage, inviter))).refused('invite_self');
    (await accept(stage, inviter, await codeOf(stage, friend))).refused('invite_cycle');
    (await accept(stage, inviter, 'KITNOSUCHCODE')).refused('not_found');
  },
});
