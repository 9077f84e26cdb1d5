// What the page knows of the activity, as the check-in sees it, and what that lets a person do.
import type { Activity } from '@fanfare/core';
import type {
  Checkin,
  Live,
  LocalText,
  Phase,
  Points,
  PublicCheckin,
  PublicShop,
  Reward,
} from '@fanfare/protocol';
import { addDays, dayKeyAt } from '@fanfare/protocol/day';

export interface World {
  /** Absent where the activity has no check-in. */
  plan?: PublicCheckin | undefined;
  shop?: PublicShop | undefined;
  phase: Phase;
  /** First and last moment of the activity: RFC 3339. */
  startAt: string;
  endAt: string;
  /** IANA zone of every day and time shown. */
  zone: string;
  /** Whether it is known who is here. */
  isKnown: boolean;
  /** Nobody who may check in is signed in. */
  isSignedOut: boolean;
  /** Widgets that the operator has paused. */
  paused: readonly string[];
  /** The operator's words for the pause. */
  notice?: LocalText | undefined;
  stock: NonNullable<Live['shop']>;
  checkin?: Checkin | undefined;
  points?: Points | undefined;
  rewards: readonly Reward[];
  channel?: string | undefined;
  /** Today's day key in the activity's zone. */
  today: string;
  /** The day has turned and the backend has not been asked since. */
  isNewDay: boolean;
}

/** What can be done now: `ready` to check in, or why not. */
export type Gate =
  | 'absent'
  | 'ended'
  | 'paused'
  | 'warmup'
  | 'signed-out'
  | 'loading'
  | 'unsupported'
  | 'done'
  | 'ready';

/** @param part The widget, as the operator pauses it. */
export function gateOf(world: World, part = 'checkin'): Gate {
  const { plan, phase, paused, isKnown, isSignedOut, checkin } = world;
  if (!plan) return 'absent';
  if (phase === 'ended') return 'ended';
  if (paused.some((name) => name === part || name === '*')) return 'paused';
  if (phase === 'warmup') return 'warmup';
  if (!isKnown) return 'loading';
  if (isSignedOut) return 'signed-out';
  if (!checkin) return 'unsupported';
  return isDone(world) ? 'done' : 'ready';
}

/** Whether today is checked in. */
export const isDone = ({ checkin, today }: World): boolean =>
  !!checkin?.days.some(({ day }) => day === today);

/** Days in a row, as far as the page can tell after the day has turned. */
export function streakOf({ checkin, today, isNewDay }: World): number {
  if (!checkin) return 0;
  const yesterday = addDays(today, -1);
  return !isNewDay || checkin.days.some(({ day }) => day === yesterday) ? checkin.streak : 0;
}

/** What today's points are multiplied by, as far as the page can tell; the backend decides. */
export function factorOf(world: World): number {
  const { plan, checkin, channel } = world;
  if (isDone(world)) return checkin!.multiplier;
  const announced = (plan?.multipliers ?? []).filter((one) => one.channel === channel);
  return Math.max(1, checkin?.multiplier ?? 1, ...announced.map(({ factor }) => factor));
}

/** Reads what the activity knows, and follows it inside an effect. */
export function worldOf(activity: Activity): World {
  const { checkin: plan, shop, schedule, zone, guests } = activity.definition.value!;
  const participant = activity.participant.value;
  const live = activity.live.value;
  const checkin = activity.section('checkin').value;
  const now = activity.now();
  const isNewDay = !!checkin && now >= Date.parse(checkin.day_ends_at);
  return {
    plan,
    shop,
    phase: activity.currentPhase.value!,
    startAt: schedule.start_at,
    endAt: schedule.end_at,
    zone,
    isKnown: activity.participantStatus.value === 'ready',
    isSignedOut: !participant || (participant.kind === 'guest' && guests !== 'act'),
    paused: live?.paused ?? [],
    notice: live?.notice,
    stock: live?.shop ?? [],
    checkin,
    points: activity.section('points').value,
    rewards: activity.section('rewards').value?.items ?? [],
    channel: activity.channel.value,
    today: checkin && !isNewDay ? checkin.today : dayKeyAt(zone, now),
    isNewDay,
  };
}
