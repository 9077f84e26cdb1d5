// Sign-in: a guest's state becomes the member's, once.
import { LINKED, linkCheckins } from '../checkin/checkin.link.js';
import type { Environment } from '../environment.js';
import type { Identity } from '../identity/identify.js';
import { holdForLink } from '../invite/lineage.js';
import { mergeInvites } from '../invite/merge.js';
import type { StoredActivity, Transaction } from '../store.js';
import { mergeGrants } from './grant.js';
import { ownerOf, type SectionName, touch } from './sections.js';
import { lockCaller, see } from './see.js';

const MERGED: readonly SectionName[] = ['chances', 'invite', 'rewards', ...LINKED];

/**
 * Links the guest of a secret to a member. False when there is nothing to link: the secret is unknown, or its
 * guest belongs to a member already. Chances become the union of both sides' grants less all that were used.
 */
export async function linkGuest(
  tx: Transaction,
  env: Environment,
  activity: StoredActivity,
  member: Identity,
  secretHash: string,
): Promise<boolean> {
  const found = await tx.participantBySecret(activity.id, secretHash);
  if (!found || found.linked_to) return false;

  const owner = { activity: activity.id, participant: member.id };
  if (activity.definition.invite) await holdForLink(tx, activity.id, [found.id, member.id]);
  if (!(await tx.participant(owner))) await lockCaller(tx, env, activity, member);
  // Two links at once lock in the same order and so cannot wait for each other.
  for (const id of [found.id, member.id].sort())
    await tx.lockParticipant({ activity: activity.id, participant: id });
  const guest = (await tx.participant(ownerOf(found)))!;
  if (guest.linked_to) return false;

  const grants = await tx.grants(ownerOf(guest));
  await tx.absorb(activity.id, guest.id, member.id);
  const seen = await see(tx, env, activity, member);
  const dropped = await mergeInvites(tx, env, activity, [guest.id, member.id]);
  const kept = grants.filter(({ occurrence }) => !dropped.has(occurrence));
  await mergeGrants(tx, activity, owner, kept);
  await linkCheckins(tx, activity, guest, member.id, env.now());
  await touch(tx, guest, MERGED);
  await touch(tx, withHigherRevisions(seen, guest), MERGED);
  return true;
}

/** A page that showed the guest's sections must take the member's for newer. */
const withHigherRevisions = <P extends { revisions: Record<string, number> }>(member: P, guest: P): P => ({
  ...member,
  revisions: Object.fromEntries(
    [...new Set([...Object.keys(member.revisions), ...Object.keys(guest.revisions)])].map((name) => [
      name,
      Math.max(member.revisions[name] ?? 0, guest.revisions[name] ?? 0),
    ]),
  ),
});
