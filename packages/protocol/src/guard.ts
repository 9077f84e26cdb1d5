// Limits against abuse: how often something may happen before the server answers otherwise.
import * as z from 'zod/mini';

/**
 * One limit. Families share a network and friends share a room, so a limit is a signal: `delay` keeps an
 * accepted invite pending for review (anything else is to be sent again later), `challenge` asks for a proof, `deny`
 * refuses.
 */
export const guard = z.strictObject({
  on: z.enum(['draw', 'accept', 'claim', 'check-in']),
  /** Whose doings are counted: one's own, those of all whom one inviter brought, those from one network. */
  per: z.enum(['participant', 'inviter', 'network']),
  /** This many within `seconds` are let through. */
  count: z.int().check(z.minimum(1)),
  seconds: z.int().check(z.minimum(1)),
  outcome: z.enum(['challenge', 'delay', 'deny']),
});
export type Guard = z.infer<typeof guard>;
