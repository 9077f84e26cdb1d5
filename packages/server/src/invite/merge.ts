// Sign-in: what a guest invited, accepted and claimed becomes the member's. Nobody counts twice, nobody invites itself,
// and of two inviters the first accepted one stays.
import { expireReward } from '../claims/expire.js';
import type { Environment } from '../environment.js';
import type { Owner, StoredActivity, StoredInvite, StoredTierClaim, Transaction } from '../store.js';
import { mergeSubmissions } from '../tasks/merge.js';
import { friendFact, happened } from './happened.js';
import { hasHappened } from './has-happened.js';
import { letCount, tellInviter } from './let-count.js';
import { wouldCycle } from './lineage.js';

const owned = (activity: string, participant: string): Owner => ({ activity, participant });
const ofFriend = ({ activity, friend }: StoredInvite) => owned(activity, friend);

/** What each of the two has accepted; an invite of the other one is gone: it was none. */
async function ties(tx: Transaction, guest: Owner, member: Owner) {
  const dropped: StoredInvite[] = [];
  const tieOf = async (friend: Owner, other: Owner) => {
    const invite = await tx.invite(friend);
    if (invite?.inviter !== other.participant) return invite;
    await tx.removeInvite(friend);
    dropped.push(invite);
    return null;
  };
  return { ofGuest: await tieOf(guest, member), ofMember: await tieOf(member, guest), dropped };
}

/** Leaves the member with the first accepted of two invites; the other one is kept as refused, under the guest. */
async function keepFirst(
  tx: Transaction,
  ofGuest: StoredInvite | null,
  ofMember: StoredInvite | null,
  member: Owner,
): Promise<StoredInvite | null> {
  if (!ofGuest) return ofMember;
  if (ofMember && ofMember.at <= ofGuest.at) {
    await tx.updateInvite(ofFriend(ofGuest), { state: 'refused', reason: 'repeat' });
    return ofMember;
  }
  const kept = { ...ofGuest, friend: member.participant };
  await tx.removeInvite(ofFriend(ofGuest));
  await tx.removeInvite(member);
  await tx.addInvite(kept);
  if (ofMember)
    await tx.addInvite({ ...ofMember, friend: ofGuest.friend, state: 'refused', reason: 'repeat' });
  return kept;
}

/** A tier that both have claimed was given once too often: the guest's reward ends, unless it was claimed already. */
async function endDoubles(
  tx: Transaction,
  member: Owner,
  [ofGuest, ofMember]: readonly [StoredTierClaim[], StoredTierClaim[]],
  at: number,
): Promise<void> {
  for (const claim of ofGuest) {
    if (!ofMember.some(({ tier }) => tier === claim.tier)) continue;
    const reward = await tx.reward(member, claim.reward);
    if (reward?.state === 'pending') await expireReward(tx, reward, at);
  }
}

/**
 * Merges a guest, whose rewards were moved before, into a member; both are locked and their lineages are held. Answers
 * the occurrences that grant no chances any more.
 */
export async function mergeInvites(
  tx: Transaction,
  env: Environment,
  activity: StoredActivity,
  [from, to]: readonly [string, string],
): Promise<ReadonlySet<string>> {
  const [guest, member] = [owned(activity.id, from), owned(activity.id, to)];
  const claims = [await tx.tierClaims(guest), await tx.tierClaims(member)] as const;
  const { ofGuest, ofMember, dropped } = await ties(tx, guest, member);
  await tx.absorbFriends(activity.id, from, to);
  await endDoubles(tx, member, claims, env.now());
  await mergeSubmissions(tx, guest, member);

  const kept = await keepFirst(tx, ofGuest, ofMember, member);
  if (kept && (await wouldCycle(tx, activity.id, to, kept.inviter)))
    await tx.updateInvite(member, { state: 'refused', reason: 'repeat' });
  for (const invite of [ofGuest, ofMember]) if (invite) await tellInviter(tx, invite);

  const now = await tx.invite(member);
  const qualify = activity.definition.invite?.qualify;
  if (
    now?.state === 'pending' &&
    now.reason === 'waiting' &&
    qualify &&
    (await hasHappened(tx, member, qualify))
  ) {
    const inviter = await letCount(tx, now);
    if (inviter) await happened(tx, env, activity, inviter, friendFact(now));
  }
  return new Set(dropped.map((invite) => friendFact(invite).occurrence));
}
