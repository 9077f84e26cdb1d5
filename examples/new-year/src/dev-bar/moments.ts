// The moments worth jumping to, from the activity's own schedule.
import type { DevKey } from './dev-bar.text.js';

interface Times {
  schedule: { start_at: string; end_at: string };
  sessions: readonly { start_at: string }[];
}

const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** Unix ms by name. */
export function momentsOf({ schedule, sessions }: Times): { key: DevKey; at: number }[] {
  const start = Date.parse(schedule.start_at);
  const end = Date.parse(schedule.end_at);
  const firstShow = sessions[0] ? Date.parse(sessions[0].start_at) : start;
  return [
    { key: 'early', at: start - 3 * DAY },
    { key: 'minute', at: start - MINUTE },
    { key: 'live', at: Math.min(firstShow + 15 * MINUTE, end - MINUTE) },
    { key: 'urgent', at: end - 60 * MINUTE },
    { key: 'ended', at: end + MINUTE },
  ];
}
