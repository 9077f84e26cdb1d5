// The one rule that says which phase a moment belongs to; server and page must never disagree on it.
import type { Schedule } from './activity.js';

export type Phase = 'warmup' | 'live' | 'ended';

/** The phase at `now` (unix ms): `start_at` itself is live, `end_at` itself is ended. */
export function phaseAt(schedule: Pick<Schedule, 'start_at' | 'end_at'>, now: number): Phase {
  if (now < Date.parse(schedule.start_at)) return 'warmup';
  return now < Date.parse(schedule.end_at) ? 'live' : 'ended';
}

/** The next moment (unix ms) at which the phase changes, or null when it never will. */
export function nextPhaseAt(schedule: Pick<Schedule, 'start_at' | 'end_at'>, now: number): number | null {
  return [Date.parse(schedule.start_at), Date.parse(schedule.end_at)].find((at) => at > now) ?? null;
}
