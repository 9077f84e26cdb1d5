import { fromBase64Url, toBase64Url } from '../../base64url.js';
import { defineCase } from '../../case.js';

export const tokenSignature = defineCase({
  clause: 'core.token.signature',
  says: 'A token whose claims were changed after signing, or that is no token at all, is 401 `token_invalid`.',
  fix: 'Verify the signature over the bytes as they came, before any claim is read.',
  needs: ['members'],
  async run({ shared }) {
    const stage = await shared();
    const { token } = await stage.member();
    const [head, claims, signature] = token.split('.') as [string, string, string];
    const forged = toBase64Url(
      JSON.stringify({ ...JSON.parse(fromBase64Url(claims)), sub: 'kit-somebody-else' }),
    );
    for (const bad of [`${head}.${forged}.${signature}`, `${head}.${claims}.`, 'not-a-token'])
      (await stage.call('participant.get', { token: bad })).refused('token_invalid');
  },
});
