// Proof that draws followed the published rules: commitments before, reveal after, a chained log between.
import * as z from 'zod/mini';
import { count, time } from './primitives.js';

export const epoch = z.object({
  epoch: count,
  /** SHA-256 of the server seed, hex. */
  seed_hash: z.string(),
  /** SHA-256 of the canonical prize table and rules, hex. */
  rules_hash: z.string(),
  opened_at: time,
  closed_at: z.optional(time),
  /** The seed itself, hex, after the close. */
  seed: z.optional(z.string()),
});
export const fairness = z.object({ epochs: z.array(epoch), log_head: z.optional(z.string()) });

export const logEntry = z.object({
  sequence: count,
  draw: z.string(),
  participant_hash: z.string(),
  epoch: count,
  nonce: count,
  client_seed: z.string(),
  prize: z.nullable(z.string()),
  at: time,
  /** SHA-256 over the previous hash and this entry, hex. */
  hash: z.string(),
});
export const fairnessLog = z.object({ entries: z.array(logEntry), next: z.nullable(z.string()) });
