// Who calls: a guest by our token, a member by the host's.
import { httpsUrl } from '@fanfare/protocol';
import { errors, type JWTPayload } from 'jose';
import type { Environment } from '../environment.js';
import { Refusal, refuse } from '../http/refusal.js';
import { GUEST_PREFIX } from '../ids.js';
import { bearerOf } from '../keys.js';
import type { StoredActivity } from '../store.js';
import { isGuestToken, verifyGuestToken } from './guest-token.js';
import { verifyHostToken } from './host-token.js';
import type { Identity } from './identity.js';
import { seeToken } from './seen-tokens.js';

export type { Identity } from './identity.js';

const NAME_LENGTH = 64;
const AVATAR_LENGTH = 512;
const ID = /^[^\p{Cc}\p{Cs}]{1,128}$/u;

/** Whether a text may be the id of a host's participant. */
export const isMemberId = (id: string): boolean => ID.test(id) && !id.startsWith(GUEST_PREFIX);

function memberOf(payload: JWTPayload): Identity {
  const { sub, name, avatar } = payload;
  if (typeof sub !== 'string' || !isMemberId(sub))
    return refuse('token_invalid', { detail: '"sub" is not usable as an id.' });
  const cleaned =
    typeof name === 'string' &&
    Array.from(name.replace(/[\p{Cc}\p{Cs}]/gu, '').trim())
      .slice(0, NAME_LENGTH)
      .join('');
  return {
    kind: 'member',
    id: sub,
    ...(cleaned && { name: cleaned }),
    ...(typeof avatar === 'string' && isAvatar(avatar) && { avatar }),
  };
}

const isAvatar = (url: string) =>
  url.length <= AVATAR_LENGTH && url.startsWith('https:') && httpsUrl.safeParse(url).success;

/** The caller by its bearer token, or null when it sent none. Refuses a token that is not good here. */
export async function identify(
  env: Environment,
  activity: StoredActivity,
  request: Request,
): Promise<Identity | null> {
  const token = bearerOf(request);
  if (!token) {
    if (request.headers.has('Authorization')) refuse('token_invalid', { detail: 'Send a Bearer token.' });
    return null;
  }
  return identifyToken(env, { id: activity.id, project: activity.definition.project }, token);
}

/** Whose token it is. Refuses one that is not good in this activity of this project. */
export async function identifyToken(
  env: Environment,
  { id, project }: { id: string; project: string },
  token: string,
): Promise<Identity> {
  try {
    return await seeToken(env, `${id} ${project}`, token, async () =>
      isGuestToken(token)
        ? { kind: 'guest', id: await verifyGuestToken(env, id, token) }
        : memberOf(await verifyHostToken(env, project, token)),
    );
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return refuse(error instanceof errors.JWTExpired ? 'token_expired' : 'token_invalid');
  }
}

/** The caller of a participant's route. Guests pass where the activity lets them have a state. */
export async function requireIdentity(
  env: Environment,
  activity: StoredActivity,
  request: Request,
): Promise<Identity> {
  const identity = await identify(env, activity, request);
  if (!identity) return refuse('unauthenticated', { headers: { 'WWW-Authenticate': 'Bearer' } });
  if (identity.kind === 'guest' && activity.definition.guests === 'none')
    refuse('unauthenticated', { detail: 'Guests have no state here; sign in.' });
  return identity;
}
