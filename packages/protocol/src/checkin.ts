// Coming back: laps of days in the activity's zone.
import * as z from 'zod/mini';
import { count, dayKey, httpsUrl, localText, time } from './primitives.js';

/** What may be handed in with a check-in. */
export const checkinContent = z.enum(['none', 'text', 'photo', 'both']);

export const publicCheckin = z.object({
  /** Days of one lap: 7, 14 or 21. */
  lap_days: count,
  /** Points of one day. */
  points: count,
  milestones: z.array(z.object({ day: count, name: localText, points: z.optional(count) })),
  make_up: z.object({ per_lap: count, cost: z.optional(count), friends: z.optional(count) }),
  /** Announced multipliers; which one holds for whom stands in the participant's section. */
  multipliers: z.array(z.object({ id: z.string(), channel: z.string(), factor: count, title: localText })),
  content: checkinContent,
  offer: z.optional(z.object({ title: localText, url: z.optional(httpsUrl) })),
});
export type PublicCheckin = z.infer<typeof publicCheckin>;

/** Section `checkin` of `me`. */
export const checkin = z.object({
  /** Counts up with the group's numbers too. */
  revision: count,
  /** Today's day key, by the server's clock in the activity's zone. */
  today: dayKey,
  /** When today ends. */
  day_ends_at: time,
  /** Every day checked in, oldest first. */
  days: z.array(
    z.object({
      day: dayKey,
      kind: z.enum(['on_time', 'make_up']),
      /** What the day gave, multiplied; its milestones stand in the points' history. */
      points: count,
      text: z.optional(z.string()),
      /** A mentor's comment on what was handed in. */
      comment: z.optional(z.string()),
    }),
  ),
  /** Days that can be made up now. */
  missed: z.array(dayKey),
  /** Days in a row up to today or yesterday. */
  streak: count,
  /** 1, 2, 3 ...; the day after the last of a lap begins the next. */
  lap: count,
  /** Days done of this lap: a milestone is reached when its `day` is. */
  lap_day: count,
  /** First and last day of this lap; absent before its first check-in, with which it begins. */
  lap_from: z.optional(dayKey),
  lap_to: z.optional(dayKey),
  /** Free make-ups left in this lap. */
  make_up_left: count,
  /** What today's points are multiplied by: 1, or that of the channel or of the own group. */
  multiplier: count,
  group: z.optional(z.object({ title: localText, members: count, done_today: count })),
});
export type Checkin = z.infer<typeof checkin>;

/** What somebody handed in with a day, as mentors see it. */
export const handedIn = z.object({
  participant: z.string(),
  day: dayKey,
  text: z.optional(z.string()),
  /** Signed addresses of the pictures; they work for some minutes, for whoever has them. */
  uploads: z.array(httpsUrl),
  comment: z.optional(z.string()),
  at: time,
});
export const handedInPage = z.object({ items: z.array(handedIn), next: z.nullable(z.string()) });

export const checkinInput = z.strictObject({
  /** Absent: today. Present: a make-up for that day. */
  day: z.optional(dayKey),
  /** How a make-up is paid; absent: by a free one. */
  pay: z.optional(z.enum(['quota', 'points', 'invite'])),
  /** The delivery channel of this page, for multipliers and groups. */
  channel: z.optional(z.string().check(z.maxLength(64))),
  text: z.optional(z.string().check(z.maxLength(2000))),
  uploads: z.optional(z.array(z.string().check(z.maxLength(64))).check(z.maxLength(9))),
});
