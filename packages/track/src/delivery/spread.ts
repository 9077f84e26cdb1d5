import type { TrackedActivity } from '@fanfare/core/track';

/** Seconds before the start and the end at which every open page has something to say: see the countdown's milestones. */
const SHARED_SECONDS = [0, 10, 60, 600, 3600, 86_400];
/** What is said so soon after such a moment is said by all. */
const NEAR_MS = 3000;

/**
 * How much later to send what has just happened, in ms: a random part of the activity's window at a moment that all
 * pages share, so that a million of them do not call at once; else nothing.
 */
export function spreadOf(activity: TrackedActivity | undefined, random: () => number): number {
  const definition = activity?.definition.peek();
  if (!activity || !definition?.schedule) return 0;
  const now = activity.now();
  const { schedule, jitter_seconds } = definition;
  const isShared = [schedule.start_at, schedule.end_at].some((edge) =>
    SHARED_SECONDS.some((seconds) => Math.abs(now - Date.parse(edge) + seconds * 1000) < NEAR_MS),
  );
  return isShared ? random() * jitter_seconds * 1000 : 0;
}
