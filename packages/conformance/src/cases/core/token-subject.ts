import { defineCase } from '../../case.js';

export const tokenSubject = defineCase({
  clause: 'core.token.subject',
  says: 'A token without a usable `sub` is 401 `token_invalid`; ids that begin with `guest_` are the backend’s own.',
  fix: 'Require `sub`: text of 1 to 128 characters that does not begin with guest_.',
  needs: ['signer'],
  async run({ shared, world }) {
    const stage = await shared();
    const { sub: _, ...claims } = stage.claims();
    for (const bad of [claims, { ...claims, sub: '' }, { ...claims, sub: 'guest_kit' }])
      (await stage.call('participant.get', { token: await world.signer!.sign(bad) })).refused(
        'token_invalid',
      );
  },
});
