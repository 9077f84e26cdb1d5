// Section `checkin` of `me`.
import { type Checkin, type CheckinDefinition, dayEndsAt, dayKeyAt } from '@fanfare/protocol';
import type { Owner, Reader, StoredActivity, StoredParticipant } from '../store.js';
import { factorFor } from './checkin.group.js';
import { standingOf } from './checkin.lap.js';
import { makeUpLeft } from './checkin.pay.js';

/** The group's numbers change by what others do: they count in the lower digits of the revision. */
const REVISION_STEP = 1_000_000;

async function ownGroup(
  reader: Reader,
  { groups }: CheckinDefinition,
  owner: Owner,
  id: string | null,
  today: string,
): Promise<Checkin['group']> {
  const group = groups.find((one) => one.id === id);
  if (!group) return undefined;
  const { members, done } = await reader.groupCount(owner.activity, group.id, today);
  return { title: group.title, members, done_today: done };
}

/** Days, laps, streak and group as they stand at `now`. */
export async function checkinOf(
  reader: Reader,
  { definition }: StoredActivity,
  participant: StoredParticipant,
  now: number,
): Promise<Checkin | undefined> {
  const { checkin: plan, zone } = definition;
  if (!plan) return undefined;
  const owner = { activity: participant.activity, participant: participant.id };
  const today = dayKeyAt(zone, now);
  const days = await reader.checkins(owner);
  const standing = standingOf(
    zone,
    plan.lap_days,
    days.map(({ day }) => day),
    today,
  );
  const { streak, lap, lapDay, from, to, missed } = standing;
  const { per_lap, cost, friends } = plan.make_up;
  const canMakeUp = per_lap > 0 || cost !== undefined || friends !== undefined;
  const groupId = await reader.groupOf(owner);
  const group = await ownGroup(reader, plan, owner, groupId, today);
  const ofOthers = Math.min((group?.members ?? 0) + (group?.done_today ?? 0), REVISION_STEP - 1);
  return {
    revision: (participant.revisions.checkin ?? 0) * REVISION_STEP + ofOthers,
    today,
    day_ends_at: new Date(dayEndsAt(zone, now)).toISOString(),
    days: days.map(({ day, kind, points, text, comment }) => ({
      day,
      kind,
      points,
      ...(text !== null && { text }),
      ...(comment !== null && { comment }),
    })),
    missed: canMakeUp ? missed : [],
    streak,
    lap,
    lap_day: lapDay,
    ...(from !== null && to !== null && { lap_from: from, lap_to: to }),
    make_up_left: makeUpLeft(plan, standing, days),
    multiplier: days.find(({ day }) => day === today)?.factor ?? factorFor(plan, groupId),
    ...(group && { group }),
  };
}
