import { defineCase } from '../../case.js';

export const tokenNone = defineCase({
  clause: 'core.token.none',
  says: 'A token that says `alg: none` is 401 `token_invalid`, whatever it claims.',
  fix: 'Fix the algorithm with the key; never take it from the token.',
  needs: ['signer'],
  async run({ shared, world }) {
    const stage = await shared();
    const token = world.signer!.unsigned(stage.claims());
    (await stage.call('participant.get', { token })).refused('token_invalid');
  },
});
