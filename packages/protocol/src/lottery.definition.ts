// The operator's side of the draw. Costs, weights and stock never leave the server unless a switch says so.
import * as z from 'zod/mini';
import { form, id } from './definition.parts.js';
import { prizeKind } from './lottery.js';
import { count, httpsUrl, localText, money, time } from './primitives.js';

const prize = z.strictObject({
  id,
  name: localText,
  kind: prizeKind,
  image: z.optional(httpsUrl),
  /** Worth in fen; of a prize of kind `points`: how many points it gives. */
  value: z.optional(money),
  /** Share of the draws, as a whole number; see `publish_odds`. */
  weight: count,
  /** How many there are; absent for a prize that cannot run out. A depleted prize's weight goes to no-prize. */
  stock: z.optional(count),
  /** What one costs the operator, in fen. Never leaves the server. */
  cost: z.optional(money),
  /** How long the winner has to claim it. */
  claim_days: z.optional(count),
  form: z.optional(form),
  /** From when on it can be won (a prize of a later show, say). */
  from: z.optional(time),
});
export type PrizeDefinition = z.infer<typeof prize>;

/** Grants chances for a fact. `fact` may be a built-in one: `joined` (first seen), `day` (first seen on a day), `checked_in` (once a day). */
const chanceRule = z.strictObject({
  id,
  fact: z.string().check(z.minLength(1)),
  chances: z.int().check(z.minimum(1)),
  /** At most this many times a day of the activity's zone. */
  per_day: z.optional(count),
  /** At most this many times in the whole activity. */
  total: z.optional(count),
  /** Shown to people as a way to get a chance; absent for rules that are not announced. */
  title: z.optional(localText),
  url: z.optional(httpsUrl),
});
export type ChanceRule = z.infer<typeof chanceRule>;

export const lotteryDefinition = z.strictObject({
  prizes: z.array(prize).check(z.minLength(2), z.maxLength(12)),
  chances: z.array(chanceRule),
  /** Draws a participant may make a day, whatever chances there are. */
  draws_per_day: z.optional(count),
  publish_odds: z._default(z.boolean(), false),
  publish_stock: z._default(z.boolean(), false),
  /** Share of the stock under which the label says `few`, in percent. */
  few_percent: z._default(count, 10),
  codes: z._default(z.boolean(), false),
});
