// Who is let in: tokens of the host and of guests, and every forgery.
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { createBackend, HOST_SECRET, keys, LIVE, plain, signToken } from './backend.js';

const NOW = LIVE / 1000;
const claims = { sub: 'ming', aud: 'demo', iat: NOW, exp: NOW + 3600 };
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const without = (name: keyof typeof claims) =>
  Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));

type Backend = Awaited<ReturnType<typeof createBackend>>;

async function answer(backend: Backend, token?: string) {
  const response = await backend.get('/v1/activities/plain/me', { token });
  return [response.status, (await response.json()).code];
}

describe("the host's tokens", () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await createBackend();
  });

  it('lets a good one in', async () => {
    expect(await answer(backend, await signToken(claims))).toEqual([200, undefined]);
    expect(await answer(backend, await signToken({ ...claims, aud: ['x', 'demo'] }))).toEqual([
      200,
      undefined,
    ]);
  });

  it('asks for one where none came', async () => {
    const response = await backend.get('/v1/activities/plain/me');
    expect(response.status).toBe(401);
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer');
    expect(await response.json()).toMatchObject({ code: 'unauthenticated' });
  });

  const forged: [string, () => string | Promise<string>][] = [
    ['another secret', () => signToken(claims, 'another-secret-another-secret-another')],
    ['alg none', () => `${base64({ alg: 'none' })}.${base64(claims)}.`],
    [
      'alg NONE with a signature',
      async () => `${base64({ alg: 'NONE' })}.${(await signToken(claims)).split('.').slice(1).join('.')}`,
    ],
    ['HS512 with the right secret', () => signToken(claims, HOST_SECRET, 'HS512')],
    [
      'changed claims',
      async () => {
        const [header, , signature] = (await signToken(claims)).split('.');
        return `${header}.${base64({ ...claims, sub: 'hong' })}.${signature}`;
      },
    ],
    ['no sub', () => signToken(without('sub'))],
    ['no aud', () => signToken(without('aud'))],
    ['no exp', () => signToken(without('exp'))],
    ['the aud of another project', () => signToken({ ...claims, aud: 'other' })],
    ['an exp beyond one hour of iat', () => signToken({ ...claims, exp: NOW + 3601 })],
    ['an exp beyond one hour of now, without iat', () => signToken({ ...without('iat'), exp: NOW + 3700 })],
    ['an iat far in the future', () => signToken({ ...claims, iat: NOW + 86_400, exp: NOW + 90_000 })],
    ['an nbf in the future', () => signToken({ ...claims, nbf: NOW + 60 })],
    ['a sub that looks like a guest', () => signToken({ ...claims, sub: 'guest_1' })],
    ['an empty sub', () => signToken({ ...claims, sub: '' })],
    ['a sub with a control character', () => signToken({ ...claims, sub: 'a\u0000b' })],
    ['a sub that is a number', () => signToken({ ...claims, sub: 7 })],
    ['a sub that is too long', () => signToken({ ...claims, sub: 'x'.repeat(129) })],
    ['no token at all', () => 'rubbish'],
    [
      "a forged guest's token",
      () => signToken({ ...claims, iss: 'fanfare-guest', sub: 'guest_1', aud: 'fanfare-activity:plain' }),
    ],
  ];
  it.each(forged)('refuses one with %s', async (_, make) => {
    expect(await answer(backend, await make())).toEqual([401, 'token_invalid']);
  });

  it('says that one has expired, to the second', async () => {
    expect(await answer(backend, await signToken({ ...claims, iat: NOW - 3600, exp: NOW }))).toEqual([
      401,
      'token_expired',
    ]);
    expect(await answer(backend, await signToken({ ...claims, iat: NOW - 3599, exp: NOW + 1 }))).toEqual([
      200,
      undefined,
    ]);
  });

  it('does not call a forged token expired', async () => {
    const token = await signToken({ ...claims, exp: NOW - 9 }, 'another-secret-another-secret-another');
    expect(await answer(backend, token)).toEqual([401, 'token_invalid']);
  });

  it('refuses other schemes', async () => {
    const response = await backend.get('/v1/activities/plain/me', {
      headers: { Authorization: 'Basic eDp5' },
    });
    expect([response.status, (await response.json()).code]).toEqual([401, 'token_invalid']);
  });

  it('takes name and avatar from the token, capped, and https only', async () => {
    const name = `  王\u0007小明${'长'.repeat(80)}`;
    const first = await backend.me(
      await backend.member('profile', { name, avatar: 'http://a.example/1.png' }),
    );
    expect(first.participant).toEqual({
      salt: expect.any(String),
      id: 'profile',
      kind: 'member',
      name: `王小明${'长'.repeat(61)}`,
    });
    const second = await backend.me(
      await backend.member('profile', { name: 42, avatar: 'https://a.example/1.png' }),
    );
    expect(second.participant).toMatchObject({
      name: `王小明${'长'.repeat(61)}`,
      avatar: 'https://a.example/1.png',
    });
    const third = await backend.me(await backend.member('profile', { avatar: 'javascript:alert(1)' }));
    expect(third.participant.avatar).toBe('https://a.example/1.png');
  });
});

describe('asymmetric keys', () => {
  it.each(['ES256', 'RS256', 'PS256', 'EdDSA'] as const)(
    '%s: good passes, and the public key as an HMAC secret does not',
    async (alg) => {
      const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
      const jwk = await exportJWK(publicKey);
      const backend = await createBackend([plain], {
        keys: { ...keys, participant: [{ alg, jwk, kid: 'k1' }] },
      });
      const sign = (kid: string) => new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(privateKey);
      expect(await answer(backend, await sign('k1'))).toEqual([200, undefined]);
      expect(await answer(backend, await sign('k2'))).toEqual([401, 'token_invalid']);
      const confused = await signToken(claims, JSON.stringify(jwk));
      expect(await answer(backend, confused)).toEqual([401, 'token_invalid']);
    },
  );

  it('tries every key, so that keys can be changed without a gap', async () => {
    const participant = [
      { alg: 'HS256' as const, secret: 'the-new-secret-of-the-host-0123456789' },
      ...keys.participant,
    ];
    const backend = await createBackend([plain], { keys: { ...keys, participant } });
    expect(await answer(backend, await signToken(claims))).toEqual([200, undefined]);
    expect(await answer(backend, await signToken(claims, participant[0]!.secret))).toEqual([200, undefined]);
    expect(await answer(backend, await signToken({ ...claims, iat: NOW - 60, exp: NOW - 1 }))).toEqual([
      401,
      'token_expired',
    ]);
  });

  it("keeps projects apart: a project's key is no good for another's activity", async () => {
    const other = { ...plain, id: 'other', project: 'rival' };
    const backend = await createBackend([plain, other]);
    const token = await signToken({ ...claims, aud: ['demo', 'rival'] });
    expect((await backend.get('/v1/activities/plain/me', { token })).status).toBe(200);
    expect((await backend.get('/v1/activities/other/me', { token })).status).toBe(401);
  });
});

it('an app does not start with keys that can be guessed', async () => {
  await expect(createBackend([], { keys: { ...keys, guest: 'short' } })).rejects.toThrow(
    '[fanfare/server] "keys.guest" expected at least 32 characters, got 5.',
  );
  await expect(createBackend([], { keys: { ...keys, admin: [{ key: '' }] } })).rejects.toThrow(
    'keys.admin.0.key',
  );
});
