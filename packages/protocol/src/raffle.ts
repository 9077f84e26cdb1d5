// Raffles: grand prizes drawn at a node of the schedule from a frozen list, by a number that nobody could know before.
import * as z from 'zod/mini';
import { form, id } from './definition.parts.js';
import { prizeKind } from './lottery.js';
import { count, httpsUrl, localText, money, time } from './primitives.js';

const prize = z.strictObject({
  id,
  name: localText,
  kind: z.enum(['goods', 'coupon', 'points', 'cash']),
  image: z.optional(httpsUrl),
  /** Worth in fen; of a prize of kind `points`: how many points it gives. */
  value: z.optional(money),
  /** What one costs the operator, in fen. Never leaves the server. */
  cost: z.optional(money),
  claim_days: z.optional(count),
  form: z.optional(form),
  /** How many there are. */
  count: z.int().check(z.minimum(1), z.maximum(1000)),
});

/** The operator's side. */
export const raffleDefinition = z.strictObject({
  id,
  title: localText,
  /** The node of the schedule at which the list is frozen. */
  node: z.string(),
  /** Who takes part, once each: `everyone` who was seen, whoever has `drawn`, or everybody with a fact of this name. */
  entry: z._default(z.string().check(z.minLength(1)), 'everyone'),
  /** The first prize first. */
  prizes: z.array(prize).check(z.minLength(1), z.maxLength(20)),
});
export type RaffleDefinition = z.output<typeof raffleDefinition>;

/** One raffle as everybody sees it. */
export const raffle = z.object({
  id: z.string(),
  title: localText,
  node: z.string(),
  /** When the list is frozen. */
  at: time,
  state: z.enum(['open', 'frozen', 'drawn']),
  prizes: z.array(
    z.object({
      id: z.string(),
      name: localText,
      kind: prizeKind,
      image: z.optional(httpsUrl),
      count,
    }),
  ),
  /** How many entries were frozen. */
  entries: z.optional(count),
  /** SHA-256 of the frozen entries, one a line, hex. */
  list_hash: z.optional(z.string()),
  /** The public number that decides, named when the list was frozen and told later. */
  beacon: z.optional(z.object({ name: z.string(), round: z.string(), at: time })),
  /** The number, as the beacon told it. */
  value: z.optional(z.string()),
  /** In the order of the prizes. `entry` is a line of the list. */
  winners: z.optional(z.array(z.object({ entry: z.string(), prize: z.string() }))),
});
export type Raffle = z.infer<typeof raffle>;
export const raffles = z.object({ raffles: z.array(raffle) });

/** The frozen list, a page at a time: hashes in their order. */
export const raffleEntries = z.object({ entries: z.array(z.string()), next: z.nullable(z.string()) });
