// Friends that a limit holds back: a person decides.
import type { Input, Output } from '@fanfare/protocol';
import type { Environment } from '../environment.js';
import { refuse } from '../http/refusal.js';
import { ownerOf } from '../participant/sections.js';
import type { FriendReason, StoredActivity, StoredFriend, StoredInvite, Transaction } from '../store.js';
import { friendFact, happened } from './happened.js';
import { hasHappened } from './has-happened.js';
import { letCount, tellInviter } from './let-count.js';
import { shownFriend } from './section.js';

/** A friend as reviewers see it. */
export const reviewedFriendOf = (friend: StoredFriend): Output<'admin.friend.review'> => ({
  ...shownFriend(friend),
  participant: friend.friend,
  inviter: friend.inviter,
});

type Decision = Input<'admin.friend.review'>['decision'];

/** What an invite becomes: approved, it counts once it qualifies; refused before it counted, or after. */
function verdictOf(
  decision: Decision,
  isQualified: boolean,
): { state: StoredInvite['state']; reason: FriendReason | null } {
  if (decision === 'rejected') return { state: 'refused', reason: 'abuse' };
  if (decision === 'revoked') return { state: 'refused', reason: 'revoked' };
  return isQualified ? { state: 'valid', reason: null } : { state: 'pending', reason: 'waiting' };
}

/** Decides about a friend and tells the inviter. A tie that was refused as a repeat stays refused. */
export async function reviewFriend(
  tx: Transaction,
  env: Environment,
  activity: StoredActivity,
  id: string,
  { decision }: Input<'admin.friend.review'>,
): Promise<StoredFriend> {
  const found = (await tx.inviteById(activity.id, id)) ?? refuse('not_found');
  const friend = await tx.lockParticipant({ activity: activity.id, participant: found.friend });
  const invite = (await tx.inviteById(activity.id, id)) ?? refuse('not_found');
  if (!friend) return refuse('not_found');
  if (invite.state === 'refused')
    refuse('invalid', {
      errors: [{ pointer: '/decision', detail: '"decision" expected a friend that was not refused before.' }],
    });
  const qualify = activity.definition.invite?.qualify;
  const isQualified =
    invite.state === 'valid' || qualify === undefined || (await hasHappened(tx, ownerOf(friend), qualify));
  const verdict = verdictOf(decision, isQualified);
  if (verdict.state === 'valid' && invite.state !== 'valid') {
    const inviter = await letCount(tx, invite);
    if (inviter) await happened(tx, env, activity, inviter, friendFact(invite));
  } else if (verdict.state !== invite.state || verdict.reason !== invite.reason) {
    await tx.updateInvite({ activity: activity.id, participant: invite.friend }, verdict);
    await tellInviter(tx, invite);
  }
  return { ...invite, ...verdict, name: friend.name, avatar: friend.avatar };
}
