// Accepting an inviter, once for ever.
import type { Input, Output } from '@fanfare/protocol';
import { requireOpen } from '../draw/draw.gate.js';
import type { Environment } from '../environment.js';
import { judge } from '../guard/guard.js';
import type { Signals } from '../guard/signals.js';
import { refuse } from '../http/refusal.js';
import type { Identity } from '../identity/identify.js';
import { uuidv7 } from '../ids.js';
import type { Effect } from '../keyed.js';
import { LostRace } from '../lost-race.js';
import { requireUnlinked } from '../participant/require-unlinked.js';
import { ownerOf, touch } from '../participant/sections.js';
import { see } from '../participant/see.js';
import type { StoredActivity, StoredInvite, StoredParticipant, Transaction } from '../store.js';
import { participantOfCode } from './code.js';
import { friendFact, happened } from './happened.js';
import { hasHappened } from './has-happened.js';
import { tellInviter } from './let-count.js';
import { holdForTie, wouldCycle } from './lineage.js';
import { inviteOf } from './section.js';

/** Who accepts which code. */
export interface AcceptRequest {
  identity: Identity;
  code: string;
  input: Input<'invite.accept'>;
  signals: Signals;
}

/** The inviter of a code; refuses one that is nobody's, or the caller's own. */
async function findInviter(
  tx: Transaction,
  activity: StoredActivity,
  { identity, code }: AcceptRequest,
): Promise<StoredParticipant> {
  if (!activity.definition.invite) refuse('not_found', { detail: 'This activity has no invites.' });
  const inviter = await participantOfCode(tx, activity.id, code);
  if (!inviter) return refuse('not_found', { detail: 'There is no such invite code here.' });
  if (inviter.id === identity.id) refuse('invite_self');
  return inviter;
}

/** {@link findInviter}, with both lineages held; run again when the inviter has signed in meanwhile. */
async function holdInviter(
  tx: Transaction,
  activity: StoredActivity,
  request: AcceptRequest,
): Promise<StoredParticipant> {
  const known = await findInviter(tx, activity, request);
  await holdForTie(tx, { activity: activity.id, participant: request.identity.id }, known.id);
  const inviter = await findInviter(tx, activity, request);
  if (inviter.id !== known.id) throw new LostRace();
  return inviter;
}

/** Refuses whoever may not have this inviter. The friend is locked, and the lineages are held. */
async function checkTie(tx: Transaction, friend: StoredParticipant, inviter: string): Promise<void> {
  requireUnlinked(friend);
  if (await tx.invite(ownerOf(friend))) refuse('invite_repeat');
  if (await wouldCycle(tx, friend.activity, friend.id, inviter)) refuse('invite_cycle');
}

/** Whether the friend counts at once: nothing is asked for, or it was done before. */
async function isQualified(tx: Transaction, activity: StoredActivity, friend: StoredParticipant) {
  const qualify = activity.definition.invite?.qualify;
  return qualify === undefined || hasHappened(tx, ownerOf(friend), qualify);
}

/** Stores the tie and does what follows for the inviter. */
async function tie(
  tx: Transaction,
  env: Environment,
  activity: StoredActivity,
  invite: StoredInvite,
): Promise<void> {
  if (!(await tx.addInvite(invite))) refuse('invite_repeat');
  const inviter = await tellInviter(tx, invite);
  if (inviter && invite.state === 'valid') await happened(tx, env, activity, inviter, friendFact(invite));
}

/** Accepts. The inviter's row, for which many friends may wait, comes last. */
export async function acceptInvite(
  tx: Transaction,
  env: Environment,
  activity: StoredActivity,
  request: AcceptRequest,
): Promise<Effect> {
  const { identity, input, signals } = request;
  const now = env.now();
  requireOpen(activity, identity, 'invite', now);
  const inviter = await holdInviter(tx, activity, request);
  const friend = await see(tx, env, activity, identity);
  await checkTie(tx, friend, inviter.id);

  const doing = { on: 'accept', participant: friend.id, inviter: inviter.id, signals, at: now } as const;
  const isHeld = (await judge(tx, activity, doing)).length > 0;
  const isValid = !isHeld && (await isQualified(tx, activity, friend));
  const seen = await touch(tx, friend, ['invite']);
  await tie(tx, env, activity, {
    activity: activity.id,
    id: uuidv7(now, env.random),
    friend: friend.id,
    inviter: inviter.id,
    code: inviter.invite_code,
    state: isValid ? 'valid' : 'pending',
    reason: isValid ? null : isHeld ? 'review' : 'waiting',
    channel: input.channel ?? null,
    at: now,
  });
  const result: Output<'invite.accept'> = { sections: { invite: await inviteOf(tx, activity, seen) } };
  return { body: JSON.stringify(result) };
}
