// Tokens that the app signs for guests itself: short-lived, for one activity.
import { decodeJwt, jwtVerify, SignJWT } from 'jose';
import { bytesOf } from '../encode.js';
import type { Environment } from '../environment.js';

const ISSUER = 'fanfare-guest';
const LIFETIME_MS = 3_600_000;
const audienceOf = (activity: string) => `fanfare-activity:${activity}`;

/** Whether a token claims to be one of these; it is not verified yet. */
export function isGuestToken(token: string): boolean {
  try {
    return decodeJwt(token).iss === ISSUER;
  } catch {
    return false;
  }
}

/** A fresh token for a guest, and when it ends (unix ms). */
export async function signGuestToken(
  env: Environment,
  activity: string,
  guest: string,
): Promise<{ token: string; expiresAt: number }> {
  const issued = Math.floor(env.now() / 1000);
  const expires = issued + LIFETIME_MS / 1000;
  const token = await new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(ISSUER)
    .setSubject(guest)
    .setAudience(audienceOf(activity))
    .setIssuedAt(issued)
    .setExpirationTime(expires)
    .sign(bytesOf(env.keys.guest));
  return { token, expiresAt: expires * 1000 };
}

/** The guest's id. Rejects with jose's errors. */
export async function verifyGuestToken(env: Environment, activity: string, token: string): Promise<string> {
  const options = {
    algorithms: ['HS256'],
    issuer: ISSUER,
    audience: audienceOf(activity),
    currentDate: new Date(env.now()),
    requiredClaims: ['sub', 'exp'],
  };
  const verify = async (secret: string) => (await jwtVerify(token, bytesOf(secret), options)).payload.sub!;
  const { guest, guestBefore = [] } = env.keys;
  for (const secret of guestBefore) {
    try {
      return await verify(secret);
    } catch {
      // Signed with another one.
    }
  }
  return verify(guest);
}
