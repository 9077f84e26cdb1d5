// A backend for tests: the app over the memory store, a clock that tests move, and callers with real tokens.
import type { DefinitionInput } from '@fanfare/protocol';
import { SignJWT } from 'jose';
import { type AppOptions, createApp, seedDefinition } from '../src/index.js';
import { memoryStore } from '../src/memory/index.js';
import type { Store } from '../src/store.js';

export const HOST_SECRET = 'host-secret-of-the-test-project-0123456789';
export const keys = {
  participant: [{ alg: 'HS256' as const, secret: HOST_SECRET, project: 'demo' }],
  guest: 'guest-secret-of-the-test-project-0123456789',
  host: [{ key: 'host-key-0123456789', project: 'demo' }],
  admin: [{ key: 'admin-key-0123456789' }],
};

/** A plain activity: two prizes and a kind word, live from 2027-01-01 to 2027-01-08 in Shanghai. */
export const plain = {
  id: 'plain',
  project: 'demo',
  title: { '*': 'Plain' },
  zone: 'Asia/Shanghai',
  landing: 'https://plain.example/h5?from=poster',
  schedule: { start_at: '2027-01-01T00:00:00+08:00', end_at: '2027-01-08T00:00:00+08:00' },
  guests: 'act',
  origins: ['https://plain.example'],
  lottery: {
    prizes: [
      { id: 'cup', name: { '*': 'Cup' }, kind: 'goods', weight: 1, stock: 5 },
      { id: 'coupon', name: { '*': 'Coupon' }, kind: 'coupon', weight: 4 },
      { id: 'luck', name: { '*': 'Good luck' }, kind: 'none', weight: 5 },
    ],
    chances: [
      { id: 'joined', fact: 'joined', chances: 3 },
      { id: 'daily', fact: 'day', chances: 1 },
      { id: 'watched', fact: 'watched', chances: 2, per_day: 1, total: 2, title: { '*': 'Watch' } },
    ],
  },
} satisfies DefinitionInput;

/** 2027-01-02 20:00 in Shanghai: live. */
export const LIVE = Date.parse('2027-01-02T20:00:00+08:00');

export interface CallOptions {
  token?: string;
  key?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A backend with `definitions` stored. */
export async function createBackend(
  definitions: DefinitionInput[] = [plain],
  options: Partial<AppOptions> & { store?: Store } = {},
) {
  const clock = { now: LIVE };
  const store = options.store ?? memoryStore();
  const app = createApp({ keys, clock: () => clock.now, ...options, store });
  for (const definition of definitions)
    await seedDefinition(store, definition, { clock: () => clock.now, random: options.random });

  const send = (method: string, path: string, { token, key, body, headers = {} }: CallOptions = {}) =>
    app.fetch(
      new Request(`https://api.example${path}`, {
        method,
        headers: {
          ...(token && { Authorization: `Bearer ${token}` }),
          ...(key && { 'Idempotency-Key': key }),
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
      }),
    );
  return {
    app,
    store,
    clock,
    send,
    get: (path: string, call?: CallOptions) => send('GET', path, call),
    post: (path: string, call?: CallOptions) => send('POST', path, call),
    /** A token as the host signs it, good for one hour. */
    member: (sub: string, claims: Record<string, unknown> = {}) =>
      signToken({ sub, aud: 'demo', iat: clock.now / 1000, exp: clock.now / 1000 + 3600, ...claims }),
    draw: (token: string, key: string, activity = 'plain', input: object = {}) =>
      send('POST', `/v1/activities/${activity}/draws`, {
        token,
        key,
        body: { client_seed: 'seed', ...input },
      }),
    fact: (fact: object, activity = 'plain') =>
      send('POST', `/v1/activities/${activity}/facts`, { token: keys.host[0]!.key, body: fact }),
    me: async (token: string, activity = 'plain') =>
      (await send('GET', `/v1/activities/${activity}/me`, { token })).json(),
    guest: async (body: object = {}, token?: string, activity = 'plain') =>
      (await send('POST', `/v1/activities/${activity}/guests`, { body, token })).json(),
  };
}

/** Signs any claims. */
export const signToken = (claims: Record<string, unknown>, secret = HOST_SECRET, alg = 'HS256') =>
  new SignJWT(claims).setProtectedHeader({ alg }).sign(new TextEncoder().encode(secret));
