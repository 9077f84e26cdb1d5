// The keys an app trusts, and the bearer keys of host servers and operators.
import type { JWK } from 'jose';
import { sha256Hex } from './encode.js';

/** A key that verifies participants' tokens. Its algorithm is fixed here and never taken from a token. */
export type ParticipantKey = {
  /** Only for activities of this project; absent: for all. */
  project?: string;
  /** Tokens that name a `kid` are verified only by the key of that id. */
  kid?: string;
} & ({ alg: 'HS256'; secret: string } | { alg: 'ES256' | 'RS256' | 'PS256' | 'EdDSA'; jwk: JWK });

/** A bearer key. */
export interface ServerKey {
  key: string;
  /** Only for activities of this project; absent: for all. */
  project?: string;
}

/** Every key of an app. */
export interface Keys {
  /** Verify the host's participant tokens. Several allow a change of keys without a gap. */
  participant: readonly ParticipantKey[];
  /** Secret that signs the app's own guest tokens, 32 characters or more; the same on every copy of the server. */
  guest: string;
  /** Earlier values of `guest`, whose tokens are still good: an hour after a change nobody has one any more. */
  guestBefore?: readonly string[];
  /** Of the host's servers, for facts. */
  host: readonly ServerKey[];
  /** Of operators, for definitions. */
  admin: readonly ServerKey[];
}

/** Fails on a secret that is too short to be one. */
export function requireLong(name: string, value: string, least: number): void {
  if (value.length < least)
    throw new Error(
      `[fanfare/server] "${name}" expected at least ${least} characters, got ${value.length}. Use a long random value.`,
    );
}

/** Fails on keys that are too short to be secret. */
export function checkKeys(keys: Keys): Keys {
  const tooShort = (name: string, value: string, least: number) => requireLong(`keys.${name}`, value, least);
  for (const secret of [keys.guest, ...(keys.guestBefore ?? [])]) tooShort('guest', secret, 32);
  for (const [at, key] of keys.participant.entries())
    if (key.alg === 'HS256') tooShort(`participant.${at}.secret`, key.secret, 32);
  for (const [at, { key }] of keys.host.entries()) tooShort(`host.${at}.key`, key, 16);
  for (const [at, { key }] of keys.admin.entries()) tooShort(`admin.${at}.key`, key, 16);
  return keys;
}

/** The bearer credential of a request, or null. */
export function bearerOf(request: Request): string | null {
  return /^Bearer +([^\s]+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1] ?? null;
}

/** The key that was presented, or null. Hashes are compared, so the time taken tells nothing of the keys. */
export async function findServerKey(
  presented: string | null,
  keys: readonly ServerKey[],
): Promise<ServerKey | null> {
  if (!presented) return null;
  const hash = await sha256Hex(presented);
  let found: ServerKey | null = null;
  for (const one of keys) if ((await sha256Hex(one.key)) === hash) found = one;
  return found;
}
