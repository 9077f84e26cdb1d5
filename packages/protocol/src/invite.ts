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
export const publicInvite = z.object({
  tiers: z.array(publicTier),
  /** What a friend has to do to count, in words. */
  qualify_text: z.optional(localText),
  /** The rules of inviting in words, a paragraph a line. */
  rules: z.optional(localText),
  /** How many steps follow the last tier; they are told one by one to those who are there. */
  steps: count,
});
export type PublicInvite = z.infer<typeof publicInvite>;

export const publicTask = z.object({
  id: z.string(),
  kind: z.enum(['follow', 'proof']),
  title: localText,
  body: z.optional(localText),
  url: z.optional(httpsUrl),
});

export type PublicTask = z.infer<typeof publicTask>;

/** Why a friend does not count yet, or not at all: `waiting` for the qualifying fact, or in `review`; the others are final. */
export const friendReason = z.enum(['waiting', 'review', 'repeat', 'abuse', 'revoked']);

export const friend = z.object({
  id: z.string(),
  name: z.optional(z.string()),
  avatar: z.optional(httpsUrl),
  /** `joined`: has accepted and does not count yet; `pending`: is looked at by people. */
  state: z.enum(['joined', 'pending', 'valid', 'refused']),
  reason: z.optional(friendReason),
  at: time,
});

/** The step after the tiers that this participant is at. */
export const inviteStep = z.object({
  id: z.string(),
  /** 1 is the first of `steps`. */
  index: count,
  title: localText,
  body: z.optional(localText),
  /** To be answered first, with a submission whose `text` is the option's id. */
  options: z.optional(z.array(z.object({ id: z.string(), title: localText }))),
  show: z.enum(['link', 'qr']),
  url: z.optional(httpsUrl),
});

/** Section `invite` of `me`: own code and URL are there from the start. */
export const invite = z.object({
  revision: count,
  code: z.string(),
  url: httpsUrl,
  /** Valid friends, and what approved tasks count for. */
  valid: count,
  /** The newest 200. */
  friends: z.array(friend),
  tiers: z.array(
    z.object({
      id: z.string(),
      /** As of this revision; what is left for everybody stands in `live`. */
      state: z.enum(['locked', 'ready', 'claimed', 'sold_out']),
      /** Fen in the opened red envelope. */
      amount: z.optional(money),
      /** The reward that claiming it gave. */
      reward: z.optional(z.string()),
      /** Valid friends that are missing again since it was claimed. A claimed tier stays claimed. */
      missing: z.optional(count),
    }),
  ),
  tasks: z.array(
    z.object({
      id: z.string(),
      state: z.enum(['open', 'pending', 'approved', 'rejected', 'revoked']),
      reason: z.optional(z.string()),
    }),
  ),
  /** Absent before the last tier is reached, and after the last step. */
  step: z.optional(inviteStep),
  /** The code by which this participant was brought, once accepted; `invite.get` tells whose it is. */
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

/** A submission as reviewers see it. */
export const submission = z.object({
  id: z.string(),
  task: z.string(),
  participant: z.string(),
  state: z.enum(['pending', 'approved', 'rejected', 'revoked']),
  text: z.optional(z.string()),
  uploads: z.array(httpsUrl),
  reason: z.optional(z.string()),
  at: time,
});
export const submissions = z.object({ items: z.array(submission), next: z.nullable(z.string()) });

export const reviewInput = z.strictObject({
  decision: z.enum(['approved', 'rejected', 'revoked']),
  /** Told to the participant. */
  reason: z.optional(z.string().check(z.maxLength(200))),
});

/** A friend as reviewers see it. */
export const reviewedFriend = z.extend(friend, {
  participant: z.string(),
  /** Whose friend it is. */
  inviter: z.string(),
});
export const reviewedFriends = z.object({ items: z.array(reviewedFriend), next: z.nullable(z.string()) });

export const commentInput = z.strictObject({ text: z.string().check(z.minLength(1), z.maxLength(1000)) });
