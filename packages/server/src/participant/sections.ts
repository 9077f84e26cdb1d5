// The sections of `me`, built from what is stored. Whoever changes one counts its revision up first.
import { type Chances, dayEndsAt, dayKeyAt, phaseAt, type Rewards, type Sections } from '@fanfare/protocol';
import { checkinOf } from '../checkin/checkin.section.js';
import { isOverdue } from '../claims/overdue.js';
import { inviteOf } from '../invite/section.js';
import { pointsOf } from '../points/points.section.js';
import type { Owner, Reader, StoredActivity, StoredParticipant, Transaction } from '../store.js';

/** Sections that this server keeps. */
export type SectionName = 'chances' | 'invite' | 'checkin' | 'points' | 'rewards';

/** The key of everything that belongs to a participant. */
export const ownerOf = (participant: Pick<StoredParticipant, 'activity' | 'id'>): Owner => ({
  activity: participant.activity,
  participant: participant.id,
});

/** Counts the revision of sections up, which have changed in this transaction. */
export async function touch(
  tx: Transaction,
  participant: StoredParticipant,
  names: Iterable<SectionName>,
): Promise<StoredParticipant> {
  const revisions = { ...participant.revisions };
  for (const name of names) revisions[name] = (revisions[name] ?? 0) + 1;
  await tx.updateParticipant(ownerOf(participant), { revisions });
  return { ...participant, revisions };
}

/** Section `chances`; `left` is what may be drawn now, with the daily limit in mind. */
export async function chancesOf(
  reader: Reader,
  activity: StoredActivity,
  participant: StoredParticipant,
  now: number,
): Promise<Chances | undefined> {
  const { lottery, schedule, zone } = activity.definition;
  if (!lottery) return undefined;
  const owner = ownerOf(participant);
  const { granted, used } = await reader.chances(owner);
  const stored = Math.max(0, granted - used);
  const today = dayKeyAt(zone, now);
  const drawable =
    lottery.draws_per_day === undefined
      ? stored
      : Math.min(stored, Math.max(0, lottery.draws_per_day - (await reader.drawsOn(owner, today))));

  const tomorrow = dayEndsAt(zone, now);
  const isOpenTomorrow = phaseAt(schedule, tomorrow) !== 'ended';
  const comes =
    isOpenTomorrow && (drawable < stored || (await hasDailyGrant(reader, activity, participant, today)));
  return {
    revision: participant.revisions.chances ?? 0,
    left: drawable,
    used,
    granted,
    ...(comes && { next_at: new Date(tomorrow).toISOString() }),
  };
}

async function hasDailyGrant(
  reader: Reader,
  activity: StoredActivity,
  participant: StoredParticipant,
  today: string,
): Promise<boolean> {
  if (participant.linked_to) return false;
  for (const rule of activity.definition.lottery?.chances ?? []) {
    if (rule.fact !== 'day') continue;
    if (rule.total === undefined) return true;
    if ((await reader.grantCount(ownerOf(participant), rule.id, today)).total < rule.total) return true;
  }
  return false;
}

/** Section `rewards`, newest first. With `now`, those whose time to claim is over read as expired, stored so or not. */
export async function rewardsOf(
  reader: Reader,
  participant: StoredParticipant,
  now = Number.NEGATIVE_INFINITY,
): Promise<Rewards> {
  const rewards = await reader.rewards(ownerOf(participant));
  return {
    revision: participant.revisions.rewards ?? 0,
    items: rewards.map(({ activity: _activity, participant: _participant, ...reward }) =>
      isOverdue(reward, now) ? { ...reward, state: 'expired' } : reward,
    ),
  };
}

/** All sections. */
export async function sectionsOf(
  reader: Reader,
  activity: StoredActivity,
  participant: StoredParticipant,
  now: number,
): Promise<Sections> {
  const chances = await chancesOf(reader, activity, participant, now);
  const checkin = await checkinOf(reader, activity, participant, now);
  const points = await pointsOf(reader, activity, participant);
  return {
    ...(chances && { chances }),
    invite: await inviteOf(reader, activity, participant),
    ...(checkin && { checkin }),
    ...(points && { points }),
    rewards: await rewardsOf(reader, participant),
  };
}
