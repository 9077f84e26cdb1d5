// What the host's server says happened: followed, ordered, watched five minutes, approved.
import * as z from 'zod/mini';

const short = z.string().check(z.minLength(1), z.maxLength(128));

/** A mainland mobile number and nothing else, with or without the country's code. */
const PHONE = /^(?:(?:\+|00)?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}$/;
const NO_PHONE = 'expected no phone number: a conversion says what happened and how much, not to whom';
const nameless = short.check(z.refine((text) => !PHONE.test(text), NO_PHONE));

export const factInput = z.strictObject({
  /** The host's own id of the fact; the same id has one effect. */
  id: nameless,
  /** The participant's `sub`, or the id of a guest. */
  participant: short,
  /** The fact's name, as the activity's rules know it. */
  name: nameless,
  /** A number for conversions, e.g. an order's amount in fen. Never a phone number. */
  value: z.optional(z.number().check(z.refine((value) => !PHONE.test(String(value)), NO_PHONE))),
});
export const factResult = z.object({
  id: z.string(),
  status: z.enum(['recorded', 'duplicate']),
  /** What the fact granted by the activity's rules. */
  granted: z.object({ chances: z.int() }),
});
