import { defineCase } from '../../case.js';

export const tokenExpiry = defineCase({
  clause: 'core.token.expiry',
  says: 'A token must have an `exp` of at most one hour ahead: without one, or with a later one, 401 `token_invalid`; past it, 401 `token_expired`.',
  fix: 'Require `exp`, compare it with your own clock, and refuse lifetimes above one hour.',
  needs: ['signer'],
  async run({ shared, world }) {
    const stage = await shared();
    const { exp: _, iat, ...claims } = stage.claims();
    const now = iat as number;
    const sign = (more: object) => world.signer!.sign({ ...claims, ...more });
    const call = async (token: string) => stage.call('participant.get', { token });
    (await call(await sign({ iat: now }))).refused('token_invalid');
    (await call(await sign({ iat: now, exp: now + 86_400 }))).refused('token_invalid');
    (await call(await sign({ iat: now - 3000, exp: now - 600 }))).refused('token_expired');
  },
});
