import type { Me } from '@fanfare/protocol';
import { sha256Hex } from '../encode.js';
import { answerJson } from '../http/answer.js';
import { parseInput, readJson } from '../http/body.js';
import { refuse } from '../http/refusal.js';
import { signGuestToken } from '../identity/guest-token.js';
import { type Identity, identify } from '../identity/identify.js';
import { GUEST_PREFIX, guestSecret, uuidv7 } from '../ids.js';
import { withRaces } from '../lost-race.js';
import { linkGuest } from '../participant/link.js';
import { meOf } from '../participant/me.js';
import { newParticipant, see } from '../participant/see.js';
import type { StoredActivity, Transaction } from '../store.js';
import { type Call, findActivity, type Handler, loadActivity } from './call.js';

interface Session {
  linked: boolean;
  secret?: string;
  me: Me;
}

/** A member: links the guest of the secret, if there is one to link. */
async function memberSession(
  { env }: Call,
  tx: Transaction,
  activity: StoredActivity,
  member: Identity,
  secret: string | undefined,
): Promise<Session> {
  const linked =
    secret !== undefined && (await linkGuest(tx, env, activity, member, await sha256Hex(secret)));
  return { linked, me: await meOf(tx, activity, await see(tx, env, activity, member), env.now()) };
}

/** The guest of the secret; a new guest without one, or with one that nobody knows any more. */
async function guestSession(
  { env }: Call,
  tx: Transaction,
  activity: StoredActivity,
  secret: string | undefined,
): Promise<Session> {
  if (activity.definition.guests === 'none') refuse('guest_forbidden');
  const known =
    secret === undefined ? null : await tx.participantBySecret(activity.id, await sha256Hex(secret));
  const fresh = known ? undefined : guestSecret(env.random);
  const identity: Identity = {
    kind: 'guest',
    id: known?.id ?? GUEST_PREFIX + uuidv7(env.now(), env.random),
  };
  if (fresh !== undefined)
    await tx.addParticipant(newParticipant(env, activity.id, identity, await sha256Hex(fresh)));
  const me = await meOf(tx, activity, await see(tx, env, activity, identity), env.now());
  return { linked: false, me, ...(fresh !== undefined && { secret: fresh }) };
}

/** A new guest, a returning guest, or the link of a guest to the member whose token came along. */
export const guestCreate: Handler = async (call) => {
  const { env, request } = call;
  const body = await readJson(request, env.limits.bodyBytes);
  const { secret } = parseInput('guest.create', body);
  const caller = await identify(env, await loadActivity(call), request);
  const session = await withRaces(() =>
    env.store.transaction(async (tx) => {
      const activity = await findActivity(tx, call);
      return caller?.kind === 'member'
        ? memberSession(call, tx, activity, caller, secret)
        : guestSession(call, tx, activity, secret);
    }),
  );
  if (caller?.kind === 'member') return answerJson(session);
  const { token, expiresAt } = await signGuestToken(env, call.params.activity!, session.me.participant.id);
  return answerJson({ token, expires_at: new Date(expiresAt).toISOString(), ...session });
};
