import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { codeOf } from './people.js';

export const landing = defineCase({
  clause: 'invite.get',
  says: '`invite.get` tells the landing page who invites, by the host’s name for them, and no id; an unknown code is 404 `not_found`.',
  fix: 'Answer code, name and avatar alone.',
  needs: ['members'],
  async run({ shared, world }) {
    const stage = await shared();
    const inviter = await stage.member('小明');
    const code = await codeOf(stage, inviter);
    const answer = await stage.call('invite.get', { params: { code } });
    const told = answer.ok('invite.get');
    check(told.code === code, `the code ${code}`, answer);
    check(!answer.text.includes(inviter.id), 'no id of the inviter', answer);
    check(answer.header('Cache-Control').includes('no-store'), 'Cache-Control: no-store', answer);
    if (world.signer) check(told.name === '小明', 'the name out of the token', answer);
    (await stage.call('invite.get', { params: { code: 'KITNOSUCHCODE' } })).refused('not_found');
  },
});
