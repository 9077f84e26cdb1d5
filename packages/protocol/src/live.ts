// The public numbers that change by the second; micro-cacheable, the same for everybody.
import * as z from 'zod/mini';
import { stockLabel } from './lottery.js';
import { count, localText, money, time } from './primitives.js';

export const winner = z.object({
  /** Already masked by the server. */
  name: z.string(),
  prize: localText,
  at: time,
});

/** Widgets that the operator has paused, by name; `*` pauses the whole activity. */
export const paused = z.array(z.string());

export const live = z.object({
  /** The newest version of the definition: a page that has an older one reads it again. */
  version: count,
  paused,
  /** Kind words for the pause, if the operator gave any. */
  notice: z.optional(localText),
  pool: z.optional(z.object({ total: money, left: money })),
  stock: z.array(stockLabel),
  /** What is left of the mall's items that can run out; no numbers. */
  shop: z.optional(z.array(z.object({ item: z.string(), label: stockLabel.shape.label }))),
  tiers: z.array(z.object({ tier: z.string(), left: count })),
  counters: z.object({ participants: count, draws: count, awards: count }),
  winners: z.array(winner),
});
export type Live = z.infer<typeof live>;
