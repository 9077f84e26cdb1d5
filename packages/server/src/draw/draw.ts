// One draw inside one transaction: chance or code, nonce, pick, award, and the stock row last of all.
import { dayKeyAt, type Input, type Output, type PrizeDefinition } from '@fanfare/protocol';
import { fromHex, participantHash, pickPrize } from '@fanfare/protocol/verify';
import type { Environment } from '../environment.js';
import { saltOf } from '../fairness/salt.js';
import { requireAllowed } from '../guard/guard.js';
import type { Signals } from '../guard/signals.js';
import { refuse } from '../http/refusal.js';
import type { Identity } from '../identity/identify.js';
import { receiptCode, uuidv7 } from '../ids.js';
import type { Effect } from '../keyed.js';
import { reserve, resolve } from '../ledger/ledger.js';
import { poolLeft, takeFromPool } from '../ledger/pool.js';
import { LostRace } from '../lost-race.js';
import { chancesOf, ownerOf, rewardsOf, touch } from '../participant/sections.js';
import { see } from '../participant/see.js';
import { addRewardWithPoints } from '../points/points.reward.js';
import { pointsOf } from '../points/points.section.js';
import type { StoredActivity, StoredDraw, StoredParticipant, StoredReward, Transaction } from '../store.js';
import { requireOpen } from './draw.gate.js';
import { outcomeOf } from './draw.outcome.js';

/** What a draw is asked for. */
export interface DrawRequest {
  identity: Identity;
  signals: Signals;
  input: Input<'lottery.draw'>;
}

const normalCode = (code: string) => code.trim().toUpperCase();

async function useRight(
  tx: Transaction,
  activity: StoredActivity,
  participant: StoredParticipant,
  code: string | null,
  now: number,
): Promise<void> {
  const { lottery, zone } = activity.definition;
  const owner = ownerOf(participant);
  const limit = lottery?.draws_per_day;
  if (limit !== undefined && (await tx.drawsOn(owner, dayKeyAt(zone, now))) >= limit)
    refuse('no_chances', { detail: `There are ${limit} draws a day.` });
  if (code === null) {
    if (!(await tx.useChance(owner))) refuse('no_chances');
    return;
  }
  const used = lottery?.codes ? await tx.useCode(owner, code, now) : 'unknown';
  if (used === 'unknown') refuse('code_invalid');
  if (used === 'used_before') refuse('code_used');
}

function rewardOf(draw: StoredDraw, prize: PrizeDefinition): StoredReward {
  return {
    activity: draw.activity,
    participant: draw.participant,
    id: draw.reward!,
    prize: prize.id,
    name: prize.name,
    kind: prize.kind,
    ...(prize.image !== undefined && { image: prize.image }),
    source: 'draw',
    state: 'pending',
    at: new Date(draw.at).toISOString(),
    ...(prize.claim_days !== undefined && {
      claim_by: new Date(draw.at + prize.claim_days * 86_400_000).toISOString(),
    }),
    ...(prize.kind === 'cash' && prize.value !== undefined && { amount: prize.value }),
    form: prize.form ?? 'none',
    receipt: draw.receipt,
  };
}

/** Writes what the prize costs into the books; points are paid out already. */
async function promise(
  tx: Transaction,
  { activity, reward, at }: StoredDraw,
  { cost, kind, value = 0 }: PrizeDefinition,
  isPaid: boolean,
): Promise<void> {
  const promised = { activity, id: reward!, at };
  await reserve(tx, { ...promised, amount: cost ?? (kind === 'cash' ? value : 0) });
  if (isPaid) await resolve(tx, 'posted', promised);
}

/** Makes the draw. The returned effect's `last` takes the stock and throws {@link LostRace} when it is gone. */
export async function makeDraw(
  tx: Transaction,
  env: Environment,
  activity: StoredActivity,
  { identity, input, signals }: DrawRequest,
): Promise<Effect> {
  const { definition, epoch } = activity;
  const now = env.now();
  requireOpen(activity, identity, 'lottery', now);
  const prizes = definition.lottery?.prizes;
  if (!prizes || !epoch) return refuse('not_found', { detail: 'This activity has no lottery.' });

  const participant = await see(tx, env, activity, identity);
  const owner = ownerOf(participant);
  if (definition.guards.length > 0) {
    const inviter = (await tx.invite(owner))?.inviter ?? null;
    const doing = { on: 'draw', participant: participant.id, inviter, signals, at: now } as const;
    await requireAllowed(tx, activity, doing);
  }
  const code = input.code === undefined ? null : normalCode(input.code);
  await useRight(tx, activity, participant, code, now);

  const nonce = await tx.nextNonce(owner, epoch.epoch);
  const { client_seed } = input;
  const salt = saltOf(activity, participant.id);
  const participant_hash = participantHash({ ...owner, salt, epoch: epoch.epoch, nonce });
  const picked = pickPrize(
    fromHex(epoch.seed),
    { activity: activity.id, participant: participant_hash, client_seed, nonce },
    prizes,
  );
  const stock = await tx.stock(activity.id);
  const { won, landing } = outcomeOf(picked, prizes, stock, now, poolLeft(definition, stock));

  const draw: StoredDraw = {
    ...owner,
    id: uuidv7(now, env.random),
    version: activity.version,
    epoch: epoch.epoch,
    nonce,
    client_seed,
    participant_hash,
    picked: picked.id,
    outcome: won ? 'won' : 'none',
    prize: landing,
    reward: won ? uuidv7(now, env.random) : null,
    receipt: receiptCode(env.random),
    code,
    at: now,
  };
  await tx.addDraw(draw, dayKeyAt(definition.zone, now));
  const hasPoints = won !== null && (await addRewardWithPoints(tx, rewardOf(draw, won), won.value));
  if (won) await promise(tx, draw, won, hasPoints);
  const seen = await touch(tx, participant, [
    'chances',
    ...(won ? ['rewards' as const] : []),
    ...(hasPoints ? ['points' as const] : []),
  ]);
  const points = hasPoints ? await pointsOf(tx, activity, seen) : undefined;

  const { id, outcome, prize, reward, receipt } = draw;
  const at = new Date(now).toISOString();
  const result: Output<'lottery.draw'> = {
    draw: { id, at, outcome, prize, reward, receipt, epoch: epoch.epoch, nonce },
    sections: {
      chances: (await chancesOf(tx, activity, seen, now))!,
      rewards: await rewardsOf(tx, seen, now),
      ...(points && { points }),
    },
  };
  return {
    body: JSON.stringify(result),
    async last() {
      if (won?.stock !== undefined && !(await tx.takeStock(activity.id, won.id))) throw new LostRace();
      if (won?.kind === 'cash' && !(await takeFromPool(tx, definition, won.value ?? 0))) throw new LostRace();
    },
  };
}
