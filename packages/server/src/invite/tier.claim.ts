// A tier's reward: once for each participant, no more than there are, its money promised in the same transaction.
import type { Output, TierDefinition } from '@fanfare/protocol';
import { requireOpen } from '../draw/draw.gate.js';
import type { Environment } from '../environment.js';
import { requireAllowed } from '../guard/guard.js';
import type { Signals } from '../guard/signals.js';
import { refuse } from '../http/refusal.js';
import type { Identity } from '../identity/identify.js';
import { receiptCode, uuidv7 } from '../ids.js';
import type { Effect } from '../keyed.js';
import { reserve, resolve } from '../ledger/ledger.js';
import { poolLeft, quotaOf, takeFromPool } from '../ledger/pool.js';
import { LostRace } from '../lost-race.js';
import { requireUnlinked } from '../participant/require-unlinked.js';
import { ownerOf, rewardsOf, touch } from '../participant/sections.js';
import { see } from '../participant/see.js';
import { addRewardWithPoints } from '../points/points.reward.js';
import { pointsOf } from '../points/points.section.js';
import type { Owner, StoredActivity, StoredReward, Transaction } from '../store.js';
import { inviteOf, validOf } from './section.js';

/** Who claims which tier. */
export interface TierRequest {
  identity: Identity;
  tier: string;
  signals: Signals;
}

const isLimited = ({ quota, envelope }: TierDefinition) => quota !== undefined || envelope !== undefined;

/** Refuses early what the last statement would refuse anyhow. */
async function openTier(
  tx: Transaction,
  { definition }: StoredActivity,
  tier: TierDefinition,
): Promise<number | null> {
  const stock = await tx.stock(definition.id);
  const row = stock.find(({ prize }) => prize === quotaOf(tier.id));
  if (isLimited(tier) && (row?.left ?? 0) === 0) refuse('sold_out');
  if (!tier.envelope) return null;
  const most = poolLeft(definition, stock);
  return (await tx.openEnvelope(definition.id, tier.id, most)) ?? refuse('sold_out');
}

function rewardOf(
  env: Environment,
  owner: Owner,
  tier: TierDefinition,
  amount: number | null,
  now: number,
): StoredReward {
  const { id, name, kind, image, claim_days, form } = tier;
  return {
    ...owner,
    id: uuidv7(now, env.random),
    prize: id,
    name,
    kind,
    ...(image !== undefined && { image }),
    source: 'tier',
    state: 'pending',
    at: new Date(now).toISOString(),
    ...(claim_days !== undefined && { claim_by: new Date(now + claim_days * 86_400_000).toISOString() }),
    ...(amount !== null && { amount }),
    form: form ?? 'none',
    receipt: receiptCode(env.random),
  };
}

/** Checks that the caller may, and counts it. */
async function requireReady(
  tx: Transaction,
  activity: StoredActivity,
  owner: Owner,
  tier: TierDefinition,
  doing: { signals: Signals; at: number },
): Promise<void> {
  if ((await tx.tierClaims(owner)).some((claim) => claim.tier === tier.id)) refuse('tier_claimed');
  const valid = await validOf(tx, activity.definition.invite!, owner);
  if (valid < tier.friends)
    refuse('tier_locked', { detail: `It takes ${tier.friends} valid friends; there are ${valid}.` });
  const inviter = (await tx.invite(owner))?.inviter ?? null;
  await requireAllowed(tx, activity, { on: 'claim', participant: owner.participant, inviter, ...doing });
}

/** Claims. The returned effect's `last` takes quota and pool, which everybody reaches for. */
export async function claimTier(
  tx: Transaction,
  env: Environment,
  activity: StoredActivity,
  { identity, tier: id, signals }: TierRequest,
): Promise<Effect> {
  const now = env.now();
  requireOpen(activity, identity, 'invite', now);
  const tier = activity.definition.invite?.tiers.find((one) => one.id === id) ?? refuse('not_found');
  const participant = await see(tx, env, activity, identity);
  requireUnlinked(participant);
  const owner = ownerOf(participant);
  await requireReady(tx, activity, owner, tier, { signals, at: now });

  const amount = await openTier(tx, activity, tier);
  const reward = rewardOf(env, owner, tier, amount, now);
  if (!(await tx.addTierClaim({ ...owner, tier: id, reward: reward.id, amount, at: now })))
    refuse('tier_claimed');
  const hasPoints = await addRewardWithPoints(tx, reward, tier.points);
  await reserve(tx, { activity: activity.id, id: reward.id, amount: amount ?? tier.cost ?? 0, at: now });
  if (hasPoints) await resolve(tx, 'posted', { activity: activity.id, id: reward.id, at: now });
  const seen = await touch(tx, participant, ['invite', 'rewards', ...(hasPoints ? ['points' as const] : [])]);
  const points = hasPoints ? await pointsOf(tx, activity, seen) : undefined;
  const result: Output<'tier.claim'> = {
    sections: {
      invite: await inviteOf(tx, activity, seen),
      rewards: await rewardsOf(tx, seen, now),
      ...(points && { points }),
    },
  };
  return {
    body: JSON.stringify(result),
    async last() {
      if (isLimited(tier) && !(await tx.takeStock(activity.id, quotaOf(id)))) refuse('sold_out');
      if (!(await takeFromPool(tx, activity.definition, amount ?? 0))) throw new LostRace();
    },
  };
}
