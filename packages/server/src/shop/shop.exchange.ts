// Points for an item, inside one transaction: the person's limit, the points, the reward, and the stock row last.
import type { Output, ShopDefinition } from '@fanfare/protocol';
import { requireOpen } from '../draw/draw.gate.js';
import type { Environment } from '../environment.js';
import { refuse } from '../http/refusal.js';
import type { Identity } from '../identity/identify.js';
import { receiptCode, uuidv7 } from '../ids.js';
import type { Effect } from '../keyed.js';
import { reserve } from '../ledger/ledger.js';
import { requireUnlinked } from '../participant/require-unlinked.js';
import { ownerOf, rewardsOf, touch } from '../participant/sections.js';
import { see } from '../participant/see.js';
import { pointsOf } from '../points/points.section.js';
import type { Owner, StoredActivity, StoredReward, Transaction } from '../store.js';
import { stockName } from './shop.stock.js';

type Item = ShopDefinition['items'][number];

const DAY = 86_400_000;

async function requireWithinLimit(tx: Transaction, owner: Owner, { id, per_person }: Item): Promise<void> {
  if (per_person === undefined) return;
  const mine = (await tx.rewards(owner)).filter(({ source, prize }) => source === 'shop' && prize === id);
  if (mine.length >= per_person) refuse('limit_reached', { detail: `One person may have ${per_person}.` });
}

async function requireStock(tx: Transaction, activity: string, { id, stock }: Item): Promise<void> {
  if (stock === undefined) return;
  const row = (await tx.stock(activity)).find(({ prize }) => prize === stockName(id));
  if (!row?.left) refuse('sold_out');
}

const rewardOf = (env: Environment, owner: Owner, item: Item, now: number): StoredReward => ({
  ...owner,
  id: uuidv7(now, env.random),
  prize: item.id,
  name: item.name,
  kind: 'goods',
  ...(item.image !== undefined && { image: item.image }),
  source: 'shop',
  state: 'pending',
  at: new Date(now).toISOString(),
  ...(item.claim_days !== undefined && { claim_by: new Date(now + item.claim_days * DAY).toISOString() }),
  form: item.form ?? 'none',
  receipt: receiptCode(env.random),
});

/** Exchanges points for `itemId`. Whoever loses the race for the last one keeps the points: all is rolled back. */
export async function exchange(
  tx: Transaction,
  env: Environment,
  activity: StoredActivity,
  { identity, itemId }: { identity: Identity; itemId: string },
): Promise<Effect> {
  const now = env.now();
  requireOpen(activity, identity, 'shop', now);
  const item = activity.definition.shop?.items.find(({ id }) => id === itemId);
  if (!item) return refuse('not_found', { detail: 'The mall has no such item.' });

  const participant = await see(tx, env, activity, identity);
  requireUnlinked(participant);
  const owner = ownerOf(participant);
  await requireWithinLimit(tx, owner, item);
  const reward = rewardOf(env, owner, item, now);
  const { cost, id } = item;
  const entry = { ...owner, id: `shop:${reward.id}`, change: -cost, reason: 'shop', subject: id, at: now };
  if ((await tx.addPoints(entry)) === 'short') refuse('points_short', { detail: `It costs ${cost} points.` });
  await requireStock(tx, activity.id, item);
  await tx.addReward(reward);
  await reserve(tx, { activity: activity.id, id: reward.id, amount: item.price ?? 0, at: now });
  const seen = await touch(tx, participant, ['points', 'rewards']);

  const result: Output<'shop.exchange'> = {
    sections: {
      points: (await pointsOf(tx, activity, seen))!,
      rewards: await rewardsOf(tx, seen, now),
    },
  };
  return {
    body: JSON.stringify(result),
    async last() {
      if (item.stock !== undefined && !(await tx.takeStock(activity.id, stockName(id)))) refuse('sold_out');
    },
  };
}
