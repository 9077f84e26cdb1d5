// What a countdown shows, computed from its options, the activity's definition and a moment.
import type { Activity, Translate } from '@fanfare/core';
import type { ActivityBase, PublicActivity } from '@fanfare/protocol';
import type { Aim, Toward } from './countdown.aim.js';
import type { CountdownConfig } from './countdown.config.js';
import type { Item } from './countdown.schedule.js';
import type { CountdownKey } from './countdown.text.js';
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

/** What is not needed for the first digits of a moment of its own: countdown.course.ts, which loads later. */
export interface Course {
  /** Begins whenever the definition is known or has changed, until the returned function is called. */
  follow(
    config: CountdownConfig,
    activity: Activity,
    begin: (definition: PublicActivity | undefined) => void,
    change: (next: { phase: 'absent' | 'waiting'; aim: undefined }) => void,
  ): () => void;
  /** What there is to see at `now`, by an activity or a schedule. */
  sceneAt(config: CountdownConfig, activity: PublicActivity | undefined, now: number): Scene;
  /** Moments at which there is something to tell or to list anew (unix ms), beside those of every timer. */
  momentsOf(scene: Scene): number[];
  /** The milestone reached between two looks, in seconds. */
  milestoneBetween(aim: Aim, before: number, now: number): number | undefined;
  /** What begins at a moment of a schedule. */
  titleAt(scene: Scene, at: number): Item['title'] | undefined;
  /** The words above the timer. */
  headingOf(scene: Scene, t: Translate<CountdownKey>, inWords: InWords): string;
  /** What is told to those who do not see the digits. */
  spokenOf(said: Said, t: Translate<CountdownKey>, inWords: InWords): string;
}

/** Chooses the language of a text. */
export type InWords = (text: Item['title'] | undefined) => string;

export type CountdownState = Scene & {
  /** Undefined until it is loaded. */
  course?: Course | undefined;
  /** Why it could not be loaded, where nothing can be shown without it. */
  error?: unknown;
  units: readonly Unit[];
  /** How many digits the first unit has. */
  places: number;
  isUrgent: boolean;
  /** Whether the device's own clock is all there is. */
  isUncertain: boolean;
  /** Without the course it can only be that a moment of its own was reached. */
  said?: Said | undefined;
  reminder?: Reminder | undefined;
};

/** What there is to see at `now` of a countdown that follows nothing but a moment of its own. */
export function ownSceneAt({ until }: CountdownConfig, now: number): Scene {
  if (!until) return { phase: 'idle' };
  const at = Date.parse(until);
  return { phase: now < at ? 'counting' : 'finished', aim: { toward: 'until', at } };
}

/** Whether the last hours have come; a start is no reason to hurry. */
export const isUrgentAt = ({ phase, aim }: Scene, urgentHours: number, now: number): boolean =>
  phase === 'counting' && aim.toward !== 'start' && aim.at - now <= urgentHours * 3_600_000;

/** The next moment at which anything but the digits changes; Infinity when nothing will. */
export function edgeAfter(scene: Scene, urgentHours: number, now: number, course?: Course): number {
  const at = scene.aim ? scene.aim.at : Number.POSITIVE_INFINITY;
  const moments = [
    at,
    at - urgentHours * 3_600_000,
    at - NO_DAY_MS,
    ...(course ? course.momentsOf(scene) : []),
  ];
  return Math.min(...moments.filter((moment) => moment > now));
}
