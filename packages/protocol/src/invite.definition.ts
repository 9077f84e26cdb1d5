// The operator's side of inviting: tiers with quotas and red envelopes, tasks with proof, the steps afterwards.
import * as z from 'zod/mini';
import { factName, form, id } from './definition.parts.js';
import { count, httpsUrl, localText, money } from './primitives.js';

/**
 * Money split by the double-average method when the definition is stored: `count` amounts that sum to `total`. A later
 * version that changes it splits what was not opened yet anew.
 */
const envelope = z.strictObject({
  /** Fen in all. At least one fen each. */
  total: money,
  count: z.int().check(z.minimum(1)),
});

const tier = z.strictObject({
  id,
  /** Valid friends that open it. */
  friends: z.int().check(z.minimum(1)),
  name: localText,
  kind: z.enum(['goods', 'coupon', 'points', 'cash']),
  image: z.optional(httpsUrl),
  /** Points that a tier of kind `points` gives. */
  points: z.optional(count),
  /** For kind `cash`. */
  envelope: z.optional(envelope),
  /** Only the first so many get it. */
  quota: z.optional(count),
  cost: z.optional(money),
  form: z.optional(form),
  claim_days: z.optional(count),
});
export type TierDefinition = z.infer<typeof tier>;

/** What comes after the last tier: join a group, register, come to the branch. Its links are shown to those who are there. */
const step = z.strictObject({
  id,
  title: localText,
  body: z.optional(localText),
  /** Show the URL as a link or as a QR. */
  show: z._default(z.enum(['link', 'qr']), 'link'),
  url: z.optional(httpsUrl),
  /** A question whose answer chooses the URL: online or offline, say. */
  options: z.optional(
    z.array(z.strictObject({ id, title: localText, url: z.optional(httpsUrl) })).check(z.minLength(2)),
  ),
  /** Chooses the option by the delivery channel instead of asking: channel id to option id. */
  by_channel: z.optional(z.record(z.string(), id)),
  /** The fact that completes it; without one, opening it does. */
  done_by: z.optional(factName),
});
export type StepDefinition = z.output<typeof step>;

const task = z.strictObject({
  id,
  /** `follow` opens a target and waits for a fact; `proof` takes pictures for review. */
  kind: z.enum(['follow', 'proof']),
  title: localText,
  body: z.optional(localText),
  url: z.optional(httpsUrl),
  /** The fact that completes a `follow`; without one, opening it does. A completed task is itself the fact `task.<id>`. */
  done_by: z.optional(factName),
  /** Counts like this many valid friends while it is approved. */
  friends: z._default(count, 0),
});
export type TaskDefinition = z.output<typeof task>;

export const inviteDefinition = z.strictObject({
  tiers: z.array(tier).check(z.minLength(1), z.maxLength(10)),
  /** The fact of a friend that makes them valid; without one, accepting does. A valid friend is the fact `friend.valid` of the inviter. */
  qualify: z.optional(factName),
  /** What a friend has to do for that, in words. */
  qualify_text: z.optional(localText),
  /** The rules of inviting in words, a paragraph a line; shown beside the friends. */
  rules: z.optional(localText),
  tasks: z._default(z.array(task), []),
  steps: z._default(z.array(step), []),
});
export type InviteDefinition = z.output<typeof inviteDefinition>;
