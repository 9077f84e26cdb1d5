// What a stored definition brings along: the pool, the tiers' quotas and their red envelopes.
import type { Definition, TierDefinition } from '@fanfare/protocol';
import type { Random } from '../ids.js';
import type { Transaction } from '../store.js';
import { POOL, quotaOf } from './pool.js';
import { splitMoney } from './split.js';

/** An envelope that was promised and cannot be made any more; its message says why. */
export class EnvelopeError extends Error {
  override name = 'EnvelopeError';
  constructor(
    readonly pointer: string,
    detail: string,
  ) {
    super(detail);
  }
}

/** How many can get a tier: its quota, or its envelopes if those are fewer; undefined when anybody can. */
function limitOf({ quota, envelope }: TierDefinition): number | undefined {
  if (quota === undefined) return envelope?.count;
  return Math.min(quota, envelope?.count ?? quota);
}

const isSame = (a: TierDefinition['envelope'], b: TierDefinition['envelope']) =>
  a?.total === b?.total && a?.count === b?.count;

/** Splits what was not opened yet anew, once for each change of the envelope. */
async function fillEnvelopes(
  tx: Transaction,
  activity: string,
  { id, envelope }: TierDefinition,
  at: number,
  random: Random,
): Promise<void> {
  const opened = await tx.clearEnvelopes(activity, id);
  if (!envelope) return;
  const [total, count] = [envelope.total - opened.total, envelope.count - opened.count];
  const isPossible = count === 0 ? total === 0 : count > 0 && total >= count;
  if (!isPossible)
    throw new EnvelopeError(
      `/invite/tiers/${at}/envelope`,
      `"invite.tiers.${at}.envelope" expected more than the ${opened.count} envelopes with ${opened.total} fen that were opened, and a fen at least for each other one.`,
    );
  await tx.addEnvelopes(activity, id, splitMoney(total, count, random));
}

/** Sets pool, quotas and envelopes of a new version. `before` is the last one, null for a new activity. */
export async function saveMoney(
  tx: Transaction,
  { id: activity, pool, invite }: Definition,
  before: Definition | null,
  random: Random,
): Promise<void> {
  if (pool !== undefined) await tx.setStock(activity, POOL, pool);
  for (const [at, tier] of (invite?.tiers ?? []).entries()) {
    const limit = limitOf(tier);
    if (limit !== undefined) await tx.setStock(activity, quotaOf(tier.id), limit);
    const old = before?.invite?.tiers.find(({ id }) => id === tier.id);
    if (!isSame(old?.envelope, tier.envelope)) await fillEnvelopes(tx, activity, tier, at, random);
  }
}
