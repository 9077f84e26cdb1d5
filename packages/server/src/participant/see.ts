// A participant is seen: stored at the first sight, granted the chances of the first sight and of the day.
import { dayKeyAt, phaseAt } from '@fanfare/protocol';
import type { Environment } from '../environment.js';
import { refuse } from '../http/refusal.js';
import type { Identity } from '../identity/identify.js';
import { inviteCode } from '../ids.js';
import { tellInviter } from '../invite/let-count.js';
import type { Owner, StoredActivity, StoredParticipant, Transaction } from '../store.js';
import { addGrants, grantsFor } from './grant.js';
import { ownerOf, type SectionName, touch } from './sections.js';

/** A participant that was not seen yet. */
export function newParticipant(
  env: Environment,
  activity: string,
  identity: Identity,
  secretHash: string | null = null,
): StoredParticipant {
  return {
    activity,
    id: identity.id,
    kind: identity.kind,
    name: identity.name ?? null,
    avatar: identity.avatar ?? null,
    invite_code: inviteCode(env.random),
    secret_hash: secretHash,
    linked_to: null,
    seen_day: null,
    seen_version: 0,
    revisions: {},
    joined_at: env.now(),
  };
}

/** Whether `see` would change nothing: then a read is enough. */
export function isSeen(
  activity: StoredActivity,
  participant: StoredParticipant,
  identity: Identity,
  now: number,
): boolean {
  return (
    participant.seen_day === dayKeyAt(activity.definition.zone, now) &&
    participant.seen_version === activity.version &&
    !hasNewProfile(participant, identity)
  );
}

/** An inviter sees the names and faces of friends. */
async function tellProfile(tx: Transaction, owner: Owner): Promise<void> {
  const invite = await tx.invite(owner);
  if (invite) await tellInviter(tx, invite);
}

const hasNewProfile = (participant: StoredParticipant, { name, avatar }: Identity) =>
  (name !== undefined && name !== participant.name) ||
  (avatar !== undefined && avatar !== participant.avatar);

/** The participant, locked for this transaction; a member is stored at its first sight. */
export async function lockCaller(
  tx: Transaction,
  env: Environment,
  activity: StoredActivity,
  identity: Identity,
): Promise<StoredParticipant> {
  const owner = { activity: activity.id, participant: identity.id };
  const known = await tx.lockParticipant(owner);
  if (known) return known;
  if (identity.kind === 'guest') refuse('token_invalid', { detail: 'This guest is not known here.' });
  await tx.addParticipant(newParticipant(env, activity.id, identity));
  return (await tx.lockParticipant(owner))!;
}

/** Locks the caller and brings it up to date: profile, grants of the first sight and of the day. */
export async function see(
  tx: Transaction,
  env: Environment,
  activity: StoredActivity,
  identity: Identity,
): Promise<StoredParticipant> {
  const now = env.now();
  const participant = await lockCaller(tx, env, activity, identity);
  if (isSeen(activity, participant, identity, now)) return participant;

  const { zone, schedule, lottery } = activity.definition;
  const today = dayKeyAt(zone, now);
  const owner = ownerOf(participant);
  const change = {
    name: identity.name ?? participant.name,
    avatar: identity.avatar ?? participant.avatar,
    seen_day: today,
    seen_version: activity.version,
  };
  await tx.updateParticipant(owner, change);
  if (hasNewProfile(participant, identity)) await tellProfile(tx, owner);

  const changed = new Set<SectionName>();
  // A new version may have another landing page, other rules and other limits.
  if (participant.seen_version !== activity.version) for (const name of ALL) changed.add(name);
  if (participant.seen_day !== today && lottery?.draws_per_day !== undefined) changed.add('chances');
  if (participant.seen_day !== today) changed.add('checkin');
  // What a linked guest is due goes to its member.
  if (!participant.linked_to && phaseAt(schedule, now) !== 'ended') {
    const joined = await grantsFor(tx, activity, owner, { name: 'joined', occurrence: 'joined', at: now });
    const day = await grantsFor(tx, activity, owner, { name: 'day', occurrence: today, at: now });
    if ((await addGrants(tx, [...joined, ...day])) > 0) changed.add('chances');
  }
  return touch(tx, { ...participant, ...change }, changed);
}

const ALL: readonly SectionName[] = ['chances', 'invite', 'checkin', 'points', 'rewards'];
