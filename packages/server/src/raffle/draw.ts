// When the beacon has told the number: the winners follow from it, and each gets the reward.
import type { RaffleDefinition } from '@fanfare/protocol';
import { raffleWinners } from '@fanfare/protocol/verify';
import type { Environment } from '../environment.js';
import { receiptCode, uuidv7 } from '../ids.js';
import { reserve, resolve } from '../ledger/ledger.js';
import { touch } from '../participant/sections.js';
import { addRewardWithPoints } from '../points/points.reward.js';
import type { StoredRaffle, StoredReward, Transaction } from '../store.js';

type Prize = RaffleDefinition['prizes'][number];

async function award(
  tx: Transaction,
  env: Environment,
  activity: string,
  participant: string,
  { id: prize, name, kind, image, value, cost, claim_days, form = 'none' }: Prize,
): Promise<void> {
  const at = env.now();
  const winner = await tx.lockParticipant({ activity, participant });
  if (!winner) return;
  const reward: StoredReward = {
    ...{ activity, participant, id: uuidv7(at, env.random), prize, name, kind },
    ...(image !== undefined && { image }),
    ...{ source: 'raffle', state: 'pending', at: new Date(at).toISOString() },
    ...(claim_days !== undefined && { claim_by: new Date(at + claim_days * 86_400_000).toISOString() }),
    ...(kind === 'cash' && value !== undefined && { amount: value }),
    ...{ form, receipt: receiptCode(env.random) },
  };
  const isPaid = await addRewardWithPoints(tx, reward, value);
  const promised = { activity, id: reward.id, at };
  await reserve(tx, { ...promised, amount: cost ?? (kind === 'cash' ? (value ?? 0) : 0) });
  if (isPaid) await resolve(tx, 'posted', promised);
  await touch(tx, winner, isPaid ? ['rewards', 'points'] : ['rewards']);
}

/** Draws the winners. False when somebody else has done so. */
export async function drawRaffle(
  tx: Transaction,
  env: Environment,
  raffle: StoredRaffle,
  { prizes }: RaffleDefinition,
  value: string,
): Promise<boolean> {
  const { activity, id } = raffle;
  const entries = await tx.raffleEntries(activity, id, '', raffle.entries);
  const owners = new Map(entries.map(({ hash, participant }) => [hash, participant]));
  const winners = raffleWinners({ activity, raffle: id, value, entries: [...owners.keys()], prizes });
  if (!(await tx.finishRaffle({ ...raffle, value, winners }))) return false;
  const won = winners.map(({ entry, prize }) => ({
    participant: owners.get(entry)!,
    prize: prizes.find((one) => one.id === prize)!,
  }));
  // Locked in the order of their ids, as everybody does who locks two.
  won.sort((a, b) => (a.participant < b.participant ? -1 : 1));
  for (const { participant, prize } of won) await award(tx, env, activity, participant, prize);
  return true;
}
