// What is counted to where an activity or a schedule says so, and every word that is not needed for the first digits
// of a countdown that stands alone. It loads later, and imports nothing of the first load: a page with a countdown
// alone has no part that does, and stays in one file.
import type { Translate } from '@fanfare/core';
import type { PublicActivity } from '@fanfare/protocol';
import { phaseAt } from '@fanfare/protocol/phase';
import type { Aim, Toward } from './countdown.aim.js';
import type { CountdownConfig } from './countdown.config.js';
import { itemsAt } from './countdown.schedule.js';
import type { Course, InWords, Said, Scene } from './countdown.state.js';
import type { CountdownKey } from './countdown.text.js';
import { type ToldKey, toldText } from './countdown.told-text.js';

/** Told to those who do not see the digits, in seconds. */
const MILESTONES = [86_400, 3600, 600, 60, 10];
/** A milestone that passed longer ago, while nobody looked, is not told any more. */
const TOO_LATE_MS = 2000;

export const follow: Course['follow'] = (config, activity, begin, change) => {
  const heed = () => {
    const status = activity.status.peek();
    const isKnown = status === 'failed' && (config.until || hasOwnSchedule(config));
    if (status === 'ready' || isKnown) begin(activity.definition.peek());
    else change({ phase: status === 'failed' ? 'absent' : 'waiting', aim: undefined });
  };
  const stops = [activity.definition.subscribe(heed), activity.status.subscribe(heed)];
  return () => {
    for (const stop of stops) stop();
  };
};

export function sceneAt(config: CountdownConfig, activity: PublicActivity | undefined, now: number): Scene {
  if (config.mode === 'timer') return activity ? phaseSceneAt(activity, now) : { phase: 'idle' };
  const items = itemsAt(hasOwnSchedule(config) || !activity ? config : activity, now);
  const next = items.find(({ standing }) => standing === 'next');
  const aim = next && { toward: 'item' as const, at: next.startAt };
  return items.length ? { phase: 'schedule', items, aim } : { phase: 'idle' };
}

function phaseSceneAt({ schedule, next }: PublicActivity, now: number): Scene {
  const phase = phaseAt(schedule, now);
  if (phase === 'ended') return { phase, next };
  const aim: Aim =
    phase === 'live'
      ? { toward: 'end', at: Date.parse(schedule.end_at) }
      : { toward: 'start', at: Date.parse(schedule.start_at) };
  return { phase: 'counting', aim };
}

export const hasOwnSchedule = ({ sessions, nodes }: CountdownConfig): boolean =>
  sessions.length + nodes.length > 0;

const itemsOf = (scene: Scene) => (scene.phase === 'schedule' ? scene.items : []);

export function momentsOf(scene: Scene): number[] {
  const { aim } = scene;
  return [
    ...itemsOf(scene).flatMap(({ startAt, endAt }) => [startAt, endAt]),
    ...(aim ? MILESTONES.map((seconds) => aim.at - seconds * 1000) : []),
  ];
}

export const milestoneBetween = ({ at }: Aim, before: number, now: number): number | undefined =>
  MILESTONES.find((seconds) => {
    const moment = at - seconds * 1000;
    return before < moment && now >= moment && now < moment + TOO_LATE_MS;
  });

export const titleAt = (scene: Scene, at: number) =>
  itemsOf(scene).find(({ startAt }) => startAt === at)?.title;

const keyOf = (name: 'to' | 'reached', toward: Toward) =>
  `${name}${toward[0]!.toUpperCase()}${toward.slice(1)}` as ToldKey;

export function headingOf(scene: Scene, t: Translate<CountdownKey>, inWords: InWords): string {
  const told = t.with(toldText);
  if (scene.phase === 'idle') return told('idle');
  if (!scene.aim) return told('reachedEnd');
  const { toward, at } = scene.aim;
  return told(keyOf('to', toward), { title: inWords(titleAt(scene, at)) });
}

export function spokenOf(said: Said, t: Translate<CountdownKey>, inWords: InWords): string {
  const told = t.with(toldText);
  if ('milestone' in said) return told(`left${said.milestone}` as ToldKey);
  if (said.reached === 'until') return t('reachedUntil');
  return told(keyOf('reached', said.reached), { title: inWords(said.title) });
}
