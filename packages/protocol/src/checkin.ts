// Coming back: laps of days in the activity's zone.
import * as z from 'zod/mini';
import { count, dayKey, localText, time } from './primitives.js';

export const publicCheckin = z.object({
  /** Days of one lap: 7, 14 or 21. */
  lap_days: count,
  points: count,
  milestones: z.array(z.object({ day: count, name: localText, points: z.optional(count) })),
  make_up: z.object({ per_lap: count, cost: z.optional(count) }),
});

/** Section `checkin` of `me`. */
export const checkin = z.object({
  revision: count,
  /** Today's day key, by the server's clock in the activity's zone. */
  today: dayKey,
  /** When today ends. */
  day_ends_at: time,
  days: z.array(z.object({ day: dayKey, kind: z.enum(['on_time', 'make_up']), points: count })),
  streak: count,
  lap: count,
  lap_day: count,
  make_up_left: count,
  multiplier: count,
});
export type Checkin = z.infer<typeof checkin>;

export const checkinInput = z.strictObject({
  /** Absent: today. Present: a make-up for that day. */
  day: z.optional(dayKey),
  /** How a make-up is paid. */
  pay: z.optional(z.enum(['quota', 'points', 'invite'])),
});
