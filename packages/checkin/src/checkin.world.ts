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
  /** Valid friends; at most so many can pay for make-ups. Absent where that is not known. */
  friends?: number | undefined;
  rewards: readonly Reward[];
  channel?: string | undefined;
  /** Today's day key in the activity's zone; empty until that can be told. */
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

/** Whether one can check in on the day after today. */
export const hasTomorrow = ({ phase, checkin, endAt }: World): boolean =>
  phase !== 'ended' && !!checkin && Date.parse(checkin.day_ends_at) < Date.parse(endAt);

/** The multipliers that still are worth something. */
export const comingMultipliers = ({ plan, phase }: World): PublicCheckin['multipliers'] =>
  phase === 'ended' ? [] : (plan?.multipliers ?? []);

/**
 * Reads what the activity knows, and follows it inside an effect.
 *
 * @param dayAt The day key of a moment, for days that the backend has not named yet; it loads with the engine.
 */
export function worldOf(activity: Activity, dayAt = (_zone: string, _ms: number) => ''): World {
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
    friends: activity.section('invite').value?.valid,
    rewards: activity.section('rewards').value?.items ?? [],
    channel: activity.channel.value,
    today: checkin && !isNewDay ? checkin.today : dayAt(zone, now),
    isNewDay,
  };
}
