// What the host's server says happened: followed, ordered, watched five minutes, approved.
import * as z from 'zod/mini';

const short = z.string().check(z.minLength(1), z.maxLength(128));

export const factInput = z.strictObject({
  /** The host's own id of the fact; the same id has one effect. */
  id: short,
  /** The participant's `sub`, or the id of a guest. */
  participant: short,
  /** The fact's name, as the activity's rules know it. */
  name: short,
  /** A number for conversions, e.g. an order's amount in fen. Never a phone number. */
  value: z.optional(z.number()),
});
export const factResult = z.object({
  id: z.string(),
  status: z.enum(['recorded', 'duplicate']),
  /** What the fact granted by the activity's rules. */
  granted: z.object({ chances: z.int() }),
});
