// What operators look up: the story behind a receipt, and everything that was given out.
import * as z from 'zod/mini';
import { draw } from './lottery.js';
import { participant } from './me.js';
import { time } from './primitives.js';
import { reward } from './rewards.js';

/** What stands behind a receipt that somebody reads to support. */
export const receiptStory = z.object({
  receipt: z.string(),
  /** Whose it is now: a linked guest's draws are its member's. */
  participant: z.extend(participant, { joined_at: time }),
  /** The guest who made the draw before signing in. */
  drawn_as: z.optional(z.string()),
  /** The draw, where the receipt is of one. */
  draw: z.optional(z.extend(draw, { client_seed: z.string(), version: z.int() })),
  /** What it gave; absent for a draw without a prize. */
  reward: z.optional(reward),
  /** When the reward was claimed. What was filled in is not told here. */
  claimed_at: z.optional(time),
});
export type ReceiptStory = z.infer<typeof receiptStory>;

/** Something that was given out, and to whom. */
export const award = z.extend(reward, { participant });
/** A page of what was given out. */
export const awards = z.object({
  items: z.array(award),
  /** The cursor of the next page; null at the end. */
  next: z.nullable(z.string()),
});
export type Awards = z.infer<typeof awards>;
