import { defineCase } from '../../case.js';

export const tokenAudience = defineCase({
  clause: 'core.token.audience',
  says: 'A token must name the activity’s project as `aud`; one without `aud`, or for another project, is 401 `token_invalid`.',
  fix: 'Require `aud` and compare it with the project of the activity.',
  needs: ['signer'],
  async run({ shared, world }) {
    const stage = await shared();
    const { aud: _, ...claims } = stage.claims();
    for (const bad of [
      claims,
      { ...claims, aud: 'another-project' },
      { ...claims, aud: ['another-project'] },
    ])
      (await stage.call('participant.get', { token: await world.signer!.sign(bad) })).refused(
        'token_invalid',
      );
  },
});
