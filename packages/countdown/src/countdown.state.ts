// What a countdown shows, computed from its options, the activity's definition and a moment.
import type { ActivityBase, PublicActivity } from '@fanfare/protocol';
import { phaseAt } from '@fanfare/protocol/phase';
import type { Aim, Toward } from './countdown.aim.js';
import type { CountdownConfig } from './countdown.config.js';
import type { Item, itemsAt } from './countdown.schedule.js';
import { NO_DAY_MS, type Unit } from './countdown.unit.js';

export type Scene =
  /** `waiting` for the definition or the exact time; `absent` when it cannot be had, which core tells; `idle` without
   *  anything to count to. */
  | { phase: 'waiting' | 'absent' | 'idle'; aim?: undefined }
  /** `finished` when a moment of its own has come. */
  | { phase: 'counting' | 'finished'; aim: Aim }
  | { phase: 'schedule'; aim?: Aim | undefined; items: Item[] }
  | { phase: 'ended'; aim?: undefined; next?: ActivityBase['next'] };

/** Something to say to those who do not see the digits. */
export type Said = { milestone: number } | { reached: Toward; title?: Item['title'] | undefined };

/** How the calendar button answered. */
export type Reminder =
  | { kind: 'host' | 'file' | 'failed' }
  | { kind: 'text'; text: string; isCopied?: boolean };

export type CountdownState = Scene & {
  units: readonly Unit[];
  /** How many digits the first unit has. */
  places: number;
  isUrgent: boolean;
  /** Whether the device's own clock is all there is. */
  isUncertain: boolean;
  said?: Said | undefined;
  reminder?: Reminder | undefined;
};

/** Told to those who do not see the digits, in seconds. */
export const MILESTONES = [86_400, 3600, 600, 60, 10] as const;
/** A milestone that passed longer ago, while nobody looked, is not told any more. */
const TOO_LATE_MS = 2000;

/** What there is to see at `now`, as far as it follows from the options and the definition. */
export function sceneAt(
  config: CountdownConfig,
  activity: PublicActivity | undefined,
  now: number,
  schedule?: typeof itemsAt,
): Scene {
  if (schedule) {
    const items = schedule(hasOwnSchedule(config) || !activity ? config : activity, now);
    const next = items.find(({ standing }) => standing === 'next');
    const aim = next && { toward: 'item' as const, at: next.startAt };
    return items.length ? { phase: 'schedule', items, aim } : { phase: 'idle' };
  }
  if (config.until) {
    const at = Date.parse(config.until);
    return { phase: now < at ? 'counting' : 'finished', aim: { toward: 'until', at } };
  }
  if (!activity) return { phase: 'idle' };
  const { start_at, end_at } = activity.schedule;
  const phase = phaseAt(activity.schedule, now);
  if (phase === 'ended') return { phase, next: activity.next };
  const aim: Aim =
    phase === 'live'
      ? { toward: 'end', at: Date.parse(end_at) }
      : { toward: 'start', at: Date.parse(start_at) };
  return { phase: 'counting', aim };
}

/** Whether the options bring sessions or moments of their own. */
export const hasOwnSchedule = ({ sessions, nodes }: CountdownConfig): boolean =>
  sessions.length + nodes.length > 0;

/** Whether the last hours have come; a start is no reason to hurry. */
export const isUrgentAt = ({ phase, aim }: Scene, urgentHours: number, now: number): boolean =>
  phase === 'counting' && aim.toward !== 'start' && aim.at - now <= urgentHours * 3_600_000;

/** The next moment at which anything but the digits changes; Infinity when nothing will. */
export function edgeAfter(scene: Scene, urgentHours: number, now: number): number {
  const { aim } = scene;
  const items = scene.phase === 'schedule' ? scene.items : [];
  const leads = [0, urgentHours * 3_600_000, NO_DAY_MS, ...MILESTONES.map((seconds) => seconds * 1000)];
  const moments = [
    ...items.flatMap(({ startAt, endAt }) => [startAt, endAt]),
    ...(aim ? leads.map((lead) => aim.at - lead) : []),
  ];
  return Math.min(...moments.filter((moment) => moment > now));
}

/** The milestone reached between two looks, in seconds. */
export const milestoneBetween = ({ at }: Aim, before: number, now: number): number | undefined =>
  MILESTONES.find((seconds) => {
    const moment = at - seconds * 1000;
    return before < moment && now >= moment && now < moment + TOO_LATE_MS;
  });
