// Where in time a rehearsal can go.
import { FanfareError } from '@fanfare/core';
import type { Definition } from '@fanfare/protocol';
import type { Scene } from './rehearsal.js';

const SECOND = 1000;

/** The moment (unix ms) of a scene: shortly before and after the start and the end. */
const sceneAt: Record<Scene, (start: number, end: number) => number> = {
  warmup: (start) => start - 90 * SECOND,
  start: (start) => start - 10 * SECOND,
  live: (start, end) => Math.min(start + 60 * SECOND, (start + end) / 2),
  end: (start, end) => Math.max(end - 10 * SECOND, (start + end) / 2),
  ended: (_, end) => end + 60 * SECOND,
};

/** Unix ms of a moment or a scene. */
export function momentOf(to: string | number, { schedule }: Definition): number {
  const scene = sceneAt[to as Scene];
  if (scene) return Math.round(scene(Date.parse(schedule.start_at), Date.parse(schedule.end_at)));
  const at = typeof to === 'number' ? to : Date.parse(to);
  if (Number.isFinite(at)) return at;
  throw new FanfareError(
    'rehearsal',
    'config_invalid',
    `a moment expected a time such as 2027-01-01T20:00:00+08:00, unix ms, or one of ${Object.keys(sceneAt).join(', ')}; got "${to}". Give one of these.`,
  );
}
