// What anybody may know of the epochs.
import type { Commitment, Definition, Fairness } from '@fanfare/protocol';
import type { LogHead, StoredEpoch } from '../store.js';
import { isRevealed } from './reveal.js';

/** The commitment of an epoch. */
export const commitmentOf = ({ epoch, seed_hash, rules_hash }: StoredEpoch): Commitment => ({
  epoch,
  seed_hash,
  rules_hash,
});

/** The answer of `fairness.get`. */
export function fairnessOf(
  definition: Definition,
  epochs: readonly StoredEpoch[],
  head: LogHead | null,
  now: number,
): Fairness {
  const isPublished = definition.lottery?.publish_odds === true;
  return {
    epochs: epochs.map((epoch) => {
      const revealed = isRevealed(epoch, definition, now);
      return {
        ...commitmentOf(epoch),
        opened_at: new Date(epoch.opened_at).toISOString(),
        ...(epoch.closed_at !== null && { closed_at: new Date(epoch.closed_at).toISOString() }),
        ...((revealed || isPublished) && epoch.rules !== '' && { rules: epoch.rules }),
        ...(revealed && { seed: epoch.seed }),
      };
    }),
    ...(head && { log_head: head.hash, log_length: head.sequence }),
  };
}
