import { defineCase } from '../../case.js';

export const tokenAlgorithm = defineCase({
  clause: 'core.token.algorithm',
  says: 'A token under another algorithm than the key’s own is 401 `token_invalid` (an HMAC made with the public key, say).',
  fix: 'Verify with the algorithm that is configured for the key.',
  needs: ['signer'],
  async run({ shared, world }) {
    const stage = await shared();
    const token = await world.signer!.confused(stage.claims());
    (await stage.call('participant.get', { token })).refused('token_invalid');
  },
});
