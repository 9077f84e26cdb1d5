// Event intake. The body travels as text/plain with key and token inside, so that a beacon can carry it and
// no preflight is needed (Fetch: CORS-safelisted content types).
import * as z from 'zod/mini';
import { count, time } from './primitives.js';

export const trackEvent = z.looseObject({
  id: z.string().check(z.maxLength(64)),
  name: z.string().check(z.maxLength(128)),
  created_at: time,
  /** Page instance and its running number: holes in `seq` make loss visible. */
  pid: z.string().check(z.maxLength(64)),
  seq: count,
  props: z.optional(z.looseObject({})),
  /** What differs from the batch's context; null takes a field out. */
  context: z.optional(z.looseObject({})),
  /** What the page found wrong with it, as paths: an event that breaks the plan is kept apart. */
  invalid: z.optional(z.array(z.string())),
});
/** What stands around the events; each of them is looked at on its own. */
export const trackEnvelope = z.strictObject({
  key: z.string(),
  token: z.optional(z.string()),
  batch_id: z.string().check(z.maxLength(64)),
  sent_at: time,
  context: z.optional(z.looseObject({})),
  events: z.array(z.unknown()).check(z.minLength(1)),
});
export const trackInput = z.extend(trackEnvelope, {
  events: z.array(trackEvent).check(z.minLength(1), z.maxLength(500)),
});
export const trackResult = z.object({
  batch_id: z.string(),
  results: z.array(
    z.object({
      id: z.string(),
      status: z.enum(['accepted', 'duplicate', 'rejected', 'retry']),
      code: z.optional(z.string()),
    }),
  ),
});

/** What is missing among the events of pages that sent something in a window of time. */
export const eventGaps = z.object({
  /** Pages that sent events, and the events. */
  pages: count,
  events: count,
  /** Running numbers below a page's highest that never came. */
  missing: count,
  /** How many events the devices say that they dropped, and by reason. */
  dropped: count,
  dropped_by_reason: z.record(z.string(), count),
  /** Missing and not told by a `$dropped` event of the same visitor: lost without a trace. */
  unexplained: count,
  /** Pages with holes, the largest first; `is_complete` is false where there are too many to list or to add up. */
  gaps: z.array(
    z.object({
      pid: z.string(),
      visitor: z.nullable(z.string()),
      missing: count,
      /** The first and the last running number of each hole. */
      holes: z.array(z.object({ from: count, to: count })),
    }),
  ),
  is_complete: z.boolean(),
});
export type EventGaps = z.infer<typeof eventGaps>;

/** Events by half-day, name and channel. */
export const eventCounts = z.object({
  zone: z.string(),
  items: z.array(
    z.object({
      /** The half-day begins at midnight or noon of the zone. */
      from: time,
      to: time,
      name: z.string(),
      channel: z.nullable(z.string()),
      count,
      /** Those that break the plan; not in `count`. */
      quarantined: count,
    }),
  ),
});
export type EventCounts = z.infer<typeof eventCounts>;
