// Channels: which group a participant joins by one, and what points are multiplied by. The definition decides; a page
// only says which channel it was opened by.
import type { CheckinDefinition } from '@fanfare/protocol';
import type { Owner, Transaction } from '../store.js';

/** The participant's group; joins that of the channel when there is none yet. */
export async function groupBy(
  tx: Transaction,
  { groups }: CheckinDefinition,
  owner: Owner,
  channel: string | undefined,
): Promise<string | null> {
  const own = await tx.groupOf(owner);
  if (own !== null) return own;
  const group = groups.find((one) => one.channel === channel)?.id ?? null;
  if (group !== null) await tx.joinGroup(owner, group);
  return group;
}

/** The best factor that the channel, or the channel of the own group, is worth. */
export function factorFor(
  { groups, multipliers }: CheckinDefinition,
  group: string | null,
  channel?: string,
): number {
  const own = groups.find(({ id }) => id === group)?.channel;
  const factors = multipliers
    .filter((one) => one.channel === channel || one.channel === own)
    .map(({ factor }) => factor);
  return Math.max(1, ...factors);
}
