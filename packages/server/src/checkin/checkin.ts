// One check-in inside one transaction: the day by the server's clock, the payment of a make-up, points, milestones.
import { dayKeyAt, type Input, type Output } from '@fanfare/protocol';
import { requireOpen } from '../draw/draw.gate.js';
import type { Environment } from '../environment.js';
import { requireAllowed } from '../guard/guard.js';
import type { Signals } from '../guard/signals.js';
import { refuse } from '../http/refusal.js';
import type { Identity } from '../identity/identify.js';
import type { Effect } from '../keyed.js';
import { requireUnlinked } from '../participant/require-unlinked.js';
import { chancesOf, ownerOf, rewardsOf, type SectionName, touch } from '../participant/sections.js';
import { see } from '../participant/see.js';
import { pointsOf } from '../points/points.section.js';
import type { Owner, StoredActivity, StoredCheckin, StoredParticipant, Transaction } from '../store.js';
import { awardMilestones, CHECKED_IN, grantFor } from './checkin.award.js';
import { type Content, contentOf, isEmpty } from './checkin.content.js';
import { factorFor, groupBy } from './checkin.group.js';
import { standingOf } from './checkin.lap.js';
import { payMakeUp } from './checkin.pay.js';
import { checkinOf } from './checkin.section.js';

/** What a check-in is asked for. */
export interface CheckinRequest {
  identity: Identity;
  input: Input<'checkin.create'>;
  signals: Signals;
}

type Plan = NonNullable<StoredActivity['definition']['checkin']>;

/** Everything that the steps below look at. */
interface Attempt {
  activity: StoredActivity;
  plan: Plan;
  owner: Owner;
  input: CheckinRequest['input'];
  signals: Signals;
  /** Days that are there already. */
  days: readonly StoredCheckin[];
  today: string;
  now: number;
}

/** How the day is paid: on time for nothing, a make-up as asked. Refuses days that cannot be made up. */
async function payFor(tx: Transaction, attempt: Attempt): Promise<Pick<StoredCheckin, 'paid' | 'price'>> {
  const { activity, plan, owner, input, days, today, now } = attempt;
  const { day, pay = 'quota' } = input;
  if (day === undefined) return { paid: null, price: 0 };
  const keys = days.map((one) => one.day);
  const standing = standingOf(activity.definition.zone, plan.lap_days, keys, today);
  if (!standing.missed.includes(day))
    refuse('day_invalid', {
      detail:
        day === today ? 'Today is checked in without a day.' : `Only missed days of this lap can be made up.`,
    });
  return payMakeUp(tx, { owner, plan, standing, days, day, pay, at: now });
}

/** Limits against abuse. Tapping twice is none: only days that are added count. */
async function requireWithinGuards(
  tx: Transaction,
  { activity, owner, signals, now }: Attempt,
): Promise<void> {
  if (!activity.definition.guards.some(({ on }) => on === 'check-in')) return;
  const inviter = (await tx.invite(owner))?.inviter ?? null;
  const { participant } = owner;
  await requireAllowed(tx, activity, { on: 'check-in', participant, inviter, signals, at: now });
}

/** Adds the day with all that it earns; answers which sections have changed. */
async function addDay(tx: Transaction, attempt: Attempt, content: Content): Promise<SectionName[]> {
  const { activity, plan, owner, input, days, today, now } = attempt;
  const { day = today, channel } = input;
  await requireWithinGuards(tx, attempt);
  const payment = await payFor(tx, attempt);
  const isOnTime = input.day === undefined;
  const group = await groupBy(tx, plan, owner, channel);
  const factor = isOnTime ? factorFor(plan, group, channel) : 1;
  const points = plan.points * factor;
  await tx.addCheckin({
    ...owner,
    ...payment,
    ...content,
    day,
    kind: isOnTime ? 'on_time' : 'make_up',
    points,
    factor,
    group: isOnTime ? group : null,
    comment: null,
    at: now,
  });
  if (points > 0)
    await tx.addPoints({
      ...owner,
      id: `checkin:${day}`,
      change: points,
      reason: 'checkin',
      subject: day,
      at: now,
    });

  const keys = [...days.map((one) => one.day), day].sort();
  const { lap, lapDay } = standingOf(activity.definition.zone, plan.lap_days, keys, today);
  const earned = await awardMilestones(tx, activity, owner, [{ lap, day: lapDay }], now);
  const fact = { name: CHECKED_IN, occurrence: day, at: now };
  const isGranted = isOnTime && (await grantFor(tx, activity, owner, fact));
  return [
    ...new Set<SectionName>(['checkin', 'points', ...earned, ...(isGranted ? ['chances' as const] : [])]),
  ];
}

/** A day that is there already stays as it is; content may still be handed in to one that has none. */
async function addContent(tx: Transaction, owner: Owner, known: StoredCheckin, content: Content) {
  if (isEmpty(content) || !isEmpty(known)) return [];
  await tx.updateCheckin(owner, known.day, content);
  return ['checkin' as const];
}

/** Checks in for today, or makes up a day. */
export async function checkIn(
  tx: Transaction,
  env: Environment,
  activity: StoredActivity,
  { identity, input, signals }: CheckinRequest,
): Promise<Effect> {
  const now = env.now();
  requireOpen(activity, identity, 'checkin', now);
  const { checkin: plan, zone } = activity.definition;
  if (!plan) return refuse('not_found', { detail: 'This activity has no check-in.' });

  const participant = await see(tx, env, activity, identity);
  requireUnlinked(participant);
  const owner = ownerOf(participant);
  const content = await contentOf(tx, owner, plan, input);
  const days = await tx.checkins(owner);
  const today = dayKeyAt(zone, now);
  const known = days.find(({ day }) => day === (input.day ?? today));
  const changed = known
    ? await addContent(tx, owner, known, content)
    : await addDay(tx, { activity, plan, owner, input, signals, days, today, now }, content);
  const seen: StoredParticipant = changed.length > 0 ? await touch(tx, participant, changed) : participant;

  const chances = changed.includes('chances') ? await chancesOf(tx, activity, seen, now) : undefined;
  const result: Output<'checkin.create'> = {
    sections: {
      checkin: (await checkinOf(tx, activity, seen, now))!,
      points: (await pointsOf(tx, activity, seen))!,
      rewards: await rewardsOf(tx, seen, now),
      ...(chances && { chances }),
    },
  };
  return { body: JSON.stringify(result) };
}
