// Sign-in: a guest's days and points become the member's; days are the union, and nothing is earned twice.
import { dayKeyAt, phaseAt } from '@fanfare/protocol';
import type { SectionName } from '../participant/sections.js';
import type { StoredActivity, StoredParticipant, Transaction } from '../store.js';
import { awardMilestones } from './checkin.award.js';
import { standingOf } from './checkin.lap.js';

/** Sections that a link changes here. */
export const LINKED: readonly SectionName[] = ['checkin', 'points'];

/** Joins the days and points of both, which are locked; a union that reaches a milestone is given it. */
export async function linkCheckins(
  tx: Transaction,
  activity: StoredActivity,
  guest: StoredParticipant,
  member: string,
  now: number,
): Promise<void> {
  const { checkin: plan, schedule, zone } = activity.definition;
  await tx.absorbCheckins(activity.id, guest.id, member);
  await tx.absorbPoints(activity.id, guest.id, member);
  if (!plan || phaseAt(schedule, now) === 'ended') return;
  const owner = { activity: activity.id, participant: member };
  const days = (await tx.checkins(owner)).map(({ day }) => day);
  const { laps } = standingOf(zone, plan.lap_days, days, dayKeyAt(zone, now));
  const reached = laps.flatMap(({ lap, done }) =>
    plan.milestones.flatMap(({ day }) => (day <= done ? [{ lap, day }] : [])),
  );
  await awardMilestones(tx, activity, owner, reached, now);
}
