// Bringing friends: tiers, friends with a state a person can read, tasks with proof.
import * as z from 'zod/mini';
import { count, httpsUrl, localText, money, time } from './primitives.js';

export const publicTier = z.object({
  id: z.string(),
  /** How many valid friends open it. */
  friends: count,
  name: localText,
  kind: z.enum(['goods', 'coupon', 'points', 'cash']),
  image: z.optional(httpsUrl),
  /** First-N quota; what is left of it stands in `live`. */
  quota: z.optional(count),
});
export const publicInvite = z.object({ tiers: z.array(publicTier), steps: count });

export const publicTask = z.object({
  id: z.string(),
  kind: z.enum(['follow', 'proof']),
  title: localText,
  body: z.optional(localText),
  url: z.optional(httpsUrl),
});

export const friend = z.object({
  id: z.string(),
  name: z.optional(z.string()),
  avatar: z.optional(httpsUrl),
  state: z.enum(['joined', 'pending', 'valid', 'refused']),
  /** Why it is pending or refused: a stable code. */
  reason: z.optional(z.string()),
  at: time,
});

/** Section `invite` of `me`: own code and URL are there from the start. */
export const invite = z.object({
  revision: count,
  code: z.string(),
  url: httpsUrl,
  valid: count,
  friends: z.array(friend),
  tiers: z.array(
    z.object({
      id: z.string(),
      state: z.enum(['locked', 'ready', 'claimed', 'sold_out']),
      amount: z.optional(money),
    }),
  ),
  tasks: z.array(
    z.object({
      id: z.string(),
      state: z.enum(['open', 'pending', 'approved', 'rejected', 'revoked']),
      reason: z.optional(z.string()),
    }),
  ),
  /** The inviter who brought this participant, once accepted. */
  inviter: z.optional(z.string()),
});
export type Invite = z.infer<typeof invite>;

/** What a landing page may show of an inviter. */
export const inviter = z.object({
  code: z.string(),
  name: z.optional(z.string()),
  avatar: z.optional(httpsUrl),
});

export const acceptInput = z.strictObject({ channel: z.optional(z.string().check(z.maxLength(64))) });

export const submissionInput = z.strictObject({
  /** The ids of finished uploads. */
  uploads: z.optional(z.array(z.string().check(z.maxLength(64))).check(z.maxLength(9))),
  text: z.optional(z.string().check(z.maxLength(2000))),
});

export const uploadInput = z.strictObject({
  type: z.enum(['image/jpeg', 'image/png', 'image/webp']),
  bytes: z.int().check(z.minimum(1)),
});
/** Where to send the bytes with PUT, and the id to name afterwards. */
export const upload = z.object({ id: z.string(), url: httpsUrl, expires_at: time });
