// What was won, how it is claimed, and the points mall.
import * as z from 'zod/mini';
import { prizeKind } from './lottery.js';
import { count, httpsUrl, localText, money, time } from './primitives.js';

export const reward = z.object({
  id: z.string(),
  prize: z.string(),
  name: localText,
  kind: prizeKind,
  image: z.optional(httpsUrl),
  source: z.enum(['draw', 'tier', 'checkin', 'shop', 'raffle']),
  state: z.enum(['pending', 'claimed', 'fulfilled', 'expired']),
  at: time,
  /** Last moment to claim it. */
  claim_by: z.optional(time),
  /** Money in fen, for red envelopes. */
  amount: z.optional(money),
  /** A coupon's code, shown to its owner only. */
  code: z.optional(z.string()),
  /** What the claim needs: nothing, a postal address or an account. */
  form: z.enum(['none', 'address', 'account']),
  /** Where a parcel is, in the operator's words. */
  shipping: z.optional(z.string()),
  receipt: z.string(),
});
export type Reward = z.infer<typeof reward>;

/** Section `rewards` of `me`. */
export const rewards = z.object({ revision: count, items: z.array(reward) });
export type Rewards = z.infer<typeof rewards>;

const line = z.string().check(z.minLength(1), z.maxLength(200));
export const claimInput = z.strictObject({
  address: z.optional(
    z.strictObject({ name: line, phone: line, region: line, street: line, postcode: z.optional(line) }),
  ),
  account: z.optional(z.strictObject({ name: line, number: line })),
});

export const shopItem = z.object({
  id: z.string(),
  name: localText,
  image: z.optional(httpsUrl),
  /** Points. What is left of it stands in `live`. */
  cost: count,
  /** How many one person may have. */
  per_person: z.optional(count),
});
export const publicShop = z.object({ items: z.array(shopItem) });
export type PublicShop = z.infer<typeof publicShop>;

/** Section `points` of `me`. */
export const points = z.object({
  revision: count,
  /** Below 0 only when a sign-in joined two histories that had spent the same points twice. */
  balance: z.int(),
  /** The newest first; the oldest may be left out. */
  history: z.array(
    z.object({
      id: z.string(),
      at: time,
      change: z.int(),
      /** Why: `checkin`, `milestone`, `make_up`, `draw`, `tier`, `shop`, or a word that a page does not know yet. */
      reason: z.string(),
      /** What for: the day, the milestone's day, the id of the prize, tier or item. */
      subject: z.optional(z.string()),
    }),
  ),
});
export type Points = z.infer<typeof points>;
