import { defineCase } from '../../case.js';

export const tokenMissing = defineCase({
  clause: 'core.token.missing',
  says: 'A participant’s route without a token is 401 `unauthenticated`; a token in the address counts for nothing.',
  fix: 'Read the token from the Authorization header alone.',
  needs: ['members'],
  features: ['lottery'],
  async run({ shared, world }) {
    const stage = await shared();
    const { token } = await stage.member();
    const query = { token, access_token: token };
    for (const given of [{}, { query }]) {
      (await stage.call('participant.get', given)).refused('unauthenticated');
      const body = { client_seed: 'kit' };
      (await stage.call('lottery.draw', { ...given, key: world.unique('key'), body })).refused(
        'unauthenticated',
      );
    }
  },
});
