// The operator's side of checking in and of the points mall.
import * as z from 'zod/mini';
import { checkinContent } from './checkin.js';
import { form, id } from './definition.parts.js';
import { count, httpsUrl, localText, money } from './primitives.js';

const LAPS = [7, 14, 21];

export const checkinDefinition = z.strictObject({
  /** Days of one lap. */
  lap_days: z.int().check(z.refine((days) => LAPS.includes(days), 'expected 7, 14 or 21')),
  /** Points of one day. */
  points: count,
  /** Reached once in each lap, at so many days done of it. Also the fact `checkin.milestone.<day>` for chance rules. */
  milestones: z._default(
    z.array(z.strictObject({ day: z.int().check(z.minimum(1)), name: localText, points: z.optional(count) })),
    [],
  ),
  make_up: z._default(
    z.strictObject({
      /** Free ones in each lap. */
      per_lap: z._default(count, 0),
      /** Points that one costs beyond the free ones; absent: cannot be bought. */
      cost: z.optional(count),
      /** Valid friends that one costs; absent: cannot be earned so. */
      friends: z.optional(count),
    }),
    { per_lap: 0 },
  ),
  /** Points times `factor` for whoever comes by that channel. */
  multipliers: z._default(
    z.array(
      z.strictObject({
        id,
        channel: z.string(),
        factor: z.int().check(z.minimum(2), z.maximum(10)),
        title: localText,
      }),
    ),
    [],
  ),
  /** Whoever first checks in by a group's channel belongs to it. */
  groups: z._default(z.array(z.strictObject({ id, channel: z.string(), title: localText })), []),
  content: z._default(checkinContent, 'none'),
  /** Shown on the card at the end of a lap. */
  offer: z.optional(z.strictObject({ title: localText, url: z.optional(httpsUrl) })),
});
export type CheckinDefinition = z.output<typeof checkinDefinition>;

export const shopDefinition = z.strictObject({
  /** Share of the stock under which the label says `few`, in percent. */
  few_percent: z._default(count, 10),
  items: z.array(
    z.strictObject({
      id,
      name: localText,
      image: z.optional(httpsUrl),
      /** Points. */
      cost: z.int().check(z.minimum(1)),
      /** How many there are; absent for what cannot run out. Never leaves the server. */
      stock: z.optional(count),
      /** At most so many for one person. */
      per_person: z.optional(count),
      /** What one costs the operator, in fen. Never leaves the server. */
      price: z.optional(money),
      form: z.optional(form),
      claim_days: z.optional(count),
    }),
  ),
});
export type ShopDefinition = z.output<typeof shopDefinition>;
