// A host that signs with a key pair: the public half is known to everybody and must not serve as a secret.
import { exportJWK, generateKeyPair } from 'jose';
import { expect, it } from 'vitest';
import { formatFailure, runConformance } from '../src/index.js';
import { ENDPOINT, keys, referenceApp, referenceOptions } from './reference.js';

it.each(['ES256', 'RS256', 'EdDSA'] as const)('tries every bad token with a key of %s', async (alg) => {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = await exportJWK(publicKey);
  const app = referenceApp({ keys: { ...keys, participant: [{ alg, jwk, project: 'conformance' }] } });
  const report = await runConformance(ENDPOINT, {
    ...referenceOptions,
    signingJwk: { ...(await exportJWK(privateKey)), alg },
    clauses: ['algorithm', 'audience', 'expiry', 'none', 'signature', 'subject'].map(
      (name) => `core.token.${name}`,
    ),
    fetch: app.fetch,
  });
  expect(report.cases.map(formatFailure).filter((text) => text.includes('came back'))).toEqual([]);
  expect(report.cases.map(({ outcome }) => outcome)).toEqual(Array(6).fill('passed'));
});
