// Proof that draws followed the published rules: commitments before, reveal after, a chained log between.
import * as z from 'zod/mini';
import { count, time } from './primitives.js';

/** What is said of an epoch before its first draw, and never changes. */
export const commitment = z.object({
  epoch: count,
  /** SHA-256 of the server seed's bytes, hex. */
  seed_hash: z.string(),
  /** SHA-256 of the epoch's `rules`, hex. */
  rules_hash: z.string(),
});
export type Commitment = z.infer<typeof commitment>;

export const epoch = z.extend(commitment, {
  opened_at: time,
  closed_at: z.optional(time),
  /** The committed text: canonical JSON of rules and prize table. From the start where odds are published, else after the close. */
  rules: z.optional(z.string()),
  /** The seed itself, hex, after the close. */
  seed: z.optional(z.string()),
});
export type Epoch = z.infer<typeof epoch>;

export const fairness = z.object({
  /** The oldest first. */
  epochs: z.array(epoch),
  /** Hash of the newest entry of the log; absent while there is none. */
  log_head: z.optional(z.string()),
  /** How many draws the log has. */
  log_length: z.optional(count),
});
export type Fairness = z.infer<typeof fairness>;

export const logEntry = z.object({
  /** 1, 2, 3 ... without a gap. */
  sequence: count,
  draw: z.string(),
  /** SHA-256 of a text that begins with the participant's salt: another one for every draw, and nobody else can tell whose. */
  participant_hash: z.string(),
  epoch: count,
  nonce: count,
  client_seed: z.string(),
  /** What the weights picked, before stock, dates and pool had their say. */
  picked: z.string(),
  /** What the draw landed on. */
  prize: z.nullable(z.string()),
  at: time,
  /** SHA-256 over the previous hash, the epoch's commitment and this entry, hex. */
  hash: z.string(),
});
export type LogEntry = z.infer<typeof logEntry>;

export const fairnessLog = z.object({ entries: z.array(logEntry), next: z.nullable(z.string()) });
