// Tokens that the host signs for its own users.
import { decodeProtectedHeader, errors, importJWK, type JWTPayload, jwtVerify } from 'jose';
import { bytesOf } from '../encode.js';
import type { Environment } from '../environment.js';
import { refuse } from '../http/refusal.js';
import type { ParticipantKey } from '../keys.js';

const LONGEST_SECONDS = 3600;
/** How far the host's clock may be from ours. */
const SKEW_SECONDS = 60;

/** Keys that may verify this token: those of the project, and of the token's `kid` where it names one. */
function candidates(keys: readonly ParticipantKey[], project: string, token: string): ParticipantKey[] {
  const { kid } = decodeProtectedHeader(token);
  return keys.filter(
    (key) =>
      (key.project === undefined || key.project === project) && (key.kid === undefined || key.kid === kid),
  );
}

const imported = new WeakMap<ParticipantKey, Promise<CryptoKey | Uint8Array>>();

/** A key is imported once; it stays the same for as long as the app has it. */
function importKey(key: ParticipantKey): Promise<CryptoKey | Uint8Array> {
  const known = imported.get(key);
  if (known) return known;
  const fresh =
    key.alg === 'HS256'
      ? crypto.subtle.importKey('raw', bytesOf(key.secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
          'verify',
        ])
      : importJWK(key.jwk, key.alg);
  imported.set(key, fresh);
  return fresh;
}

async function verifyWith(key: ParticipantKey, token: string, project: string, now: number) {
  const { payload } = await jwtVerify(token, await importKey(key), {
    algorithms: [key.alg],
    audience: project,
    currentDate: new Date(now),
    clockTolerance: 0,
    requiredClaims: ['sub', 'aud', 'exp'],
  });
  return payload;
}

/** Whether another key may still fit; a failed claim means that this key's signature was good. */
const isOtherKeys = (error: unknown) =>
  error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JOSEAlgNotAllowed;

/** The claims of a valid token for `project`. Rejects with jose's errors; refuses one that lives too long. */
export async function verifyHostToken(env: Environment, project: string, token: string): Promise<JWTPayload> {
  for (const key of candidates(env.keys.participant, project, token)) {
    try {
      return checkLifetime(env, await verifyWith(key, token, project, env.now()));
    } catch (error) {
      if (!isOtherKeys(error)) throw error;
    }
  }
  throw new errors.JWSSignatureVerificationFailed();
}

function checkLifetime(env: Environment, payload: JWTPayload): JWTPayload {
  const latest = Math.floor(env.now() / 1000) + SKEW_SECONDS;
  const stated = payload.iat ?? latest;
  // Under a development clock that is turned back, tokens come from the future.
  const issued = env.dev ? stated : Math.min(stated, latest);
  if (payload.exp! - issued > LONGEST_SECONDS)
    refuse('token_invalid', { detail: 'A token may live for one hour at most.' });
  return payload;
}
