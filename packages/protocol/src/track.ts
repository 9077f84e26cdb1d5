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
});
export const trackInput = z.strictObject({
  key: z.string(),
  token: z.optional(z.string()),
  batch_id: z.string().check(z.maxLength(64)),
  sent_at: time,
  context: z.optional(z.looseObject({})),
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
