// The participant's own state. Each section carries a `revision`; a page keeps the highest it has seen of
// each and ignores older ones, so a replay or an answer out of order never rolls the page back.
import * as z from 'zod/mini';
import { checkin } from './checkin.js';
import { invite } from './invite.js';
import { chances } from './lottery.js';
import { httpsUrl, time } from './primitives.js';
import { points, rewards } from './rewards.js';

export const participant = z.object({
  id: z.string(),
  /** A guest is known by this device only; a member by the host's signature. */
  kind: z.enum(['guest', 'member']),
  name: z.optional(z.string()),
  avatar: z.optional(httpsUrl),
  /** Finds one's own draws in public lists; whoever else has it can do so too. Fixed before the first draw. */
  salt: z.optional(z.string()),
});
export type Participant = z.infer<typeof participant>;

export const sections = z.object({
  chances: z.optional(chances),
  invite: z.optional(invite),
  checkin: z.optional(checkin),
  points: z.optional(points),
  rewards: z.optional(rewards),
});
export type Sections = z.infer<typeof sections>;

/** The whole answer of `participant.get`. */
export const me = z.object({ participant, sections });
export type Me = z.infer<typeof me>;

export const guestInput = z.strictObject({
  /** The stored secret of a returning guest. With a host token too: link that guest to the member, once. */
  secret: z.optional(z.string().check(z.maxLength(128))),
});

/** `guest.create`: a credential where there is no host token, and `me`, so that a first load needs no third request. */
export const guestSession = z.object({
  token: z.optional(z.string()),
  expires_at: z.optional(time),
  /** Shown once, to a new guest: the one credential that a page stores. */
  secret: z.optional(z.string()),
  /** Whether a guest's state was merged into the member by this call. */
  linked: z.boolean(),
  me,
});

/** What every section has, whatever else is in it. */
export interface AnySection {
  revision: number;
}
