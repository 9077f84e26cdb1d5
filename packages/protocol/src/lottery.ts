// The draw: what a page may know of the prizes, and what the server answers.
import * as z from 'zod/mini';
import { commitment } from './fairness.js';
import { count, httpsUrl, localText, money, time } from './primitives.js';

/** What kind of thing a prize is; `none` is the friendly "not this time". */
export const prizeKind = z.enum(['goods', 'coupon', 'points', 'cash', 'none']);
export type PrizeKind = z.infer<typeof prizeKind>;

export const publicPrize = z.object({
  id: z.string(),
  name: localText,
  kind: prizeKind,
  image: z.optional(httpsUrl),
  /** Worth in fen, where the activity publishes it; of a prize of kind `points`: how many. */
  value: z.optional(money),
  /** Published weight; the odds are `weight / total_weight`. Absent when odds are not published. */
  weight: z.optional(count),
});
export type PublicPrize = z.infer<typeof publicPrize>;

/** A way to get a chance: the fact that grants it and what a page says about it. */
export const chanceWay = z.object({
  id: z.string(),
  title: localText,
  chances: count,
  url: z.optional(httpsUrl),
});

export const publicLottery = z.object({
  /** In the order of the wheel's sectors or the grid's cells (clockwise from the top left). 2 to 12. */
  prizes: z.array(publicPrize),
  total_weight: z.optional(count),
  ways: z.array(chanceWay),
  /** Whether a draw can be opened by a one-time code. */
  codes: z.boolean(),
  /** What the backend has committed to before the first draw under these odds; a page keeps it as a proof. */
  commitment: z.optional(commitment),
});
export type PublicLottery = z.infer<typeof publicLottery>;

/** A stock label; the exact number only where the activity publishes it. */
export const stockLabel = z.object({
  prize: z.string(),
  label: z.enum(['plenty', 'few', 'out']),
  left: z.optional(count),
});

/** The right to draw: section `chances` of `me`. */
export const chances = z.object({
  revision: count,
  left: count,
  used: count,
  granted: count,
  /** When the next free chance comes, where there is one. */
  next_at: z.optional(time),
});
export type Chances = z.infer<typeof chances>;

export const drawInput = z.strictObject({
  /** Chosen by the page after the commitment is public, mixed into the outcome. 1 to 64 characters. */
  client_seed: z.string().check(z.minLength(1), z.maxLength(64)),
  /** A one-time code, which opens exactly one draw. */
  code: z.optional(z.string().check(z.maxLength(64))),
});

/** One draw, as stored. */
export const draw = z.object({
  id: z.string(),
  at: time,
  outcome: z.enum(['won', 'none']),
  /** The prize to land on: also of a `none` outcome when the table has a prize of kind `none`; else null. */
  prize: z.nullable(z.string()),
  /** The reward that was won. */
  reward: z.nullable(z.string()),
  /** What support asks for. */
  receipt: z.string(),
  /** Commitment epoch and the participant's draw number in it: with `client_seed` and the participant's `salt`, all a verifier needs. */
  epoch: count,
  nonce: count,
});
export type Draw = z.infer<typeof draw>;
