// What a make-up costs: a free one of the lap, points, or valid friends that were not spent on another.
import type { CheckinDefinition } from '@fanfare/protocol';
import { refuse } from '../http/refusal.js';
import type { Owner, StoredCheckin, Transaction } from '../store.js';
import type { Standing } from './checkin.lap.js';

/** How many free make-ups the present lap has left. */
export function makeUpLeft(
  { make_up }: CheckinDefinition,
  { from }: Standing,
  days: readonly StoredCheckin[],
): number {
  const used = days.filter(({ day, paid }) => paid === 'quota' && from !== null && day >= from).length;
  return Math.max(0, make_up.per_lap - used);
}

/** A make-up that is asked for. */
export interface MakeUp {
  owner: Owner;
  plan: CheckinDefinition;
  standing: Standing;
  days: readonly StoredCheckin[];
  day: string;
  pay: NonNullable<StoredCheckin['paid']>;
  /** Unix ms. */
  at: number;
}

async function payByPoints(tx: Transaction, { owner, day, at }: MakeUp, cost: number): Promise<void> {
  if (cost === 0) return;
  const id = `make_up:${day}`;
  const paid = await tx.addPoints({ ...owner, id, change: -cost, reason: 'make_up', subject: day, at });
  if (paid === 'short') refuse('points_short', { detail: `A make-up costs ${cost} points.` });
}

async function payByFriends(tx: Transaction, { owner, days }: MakeUp, cost: number): Promise<void> {
  const spent = days.reduce((sum, { paid, price }) => sum + (paid === 'invite' ? price : 0), 0);
  if ((await tx.validFriends(owner)) - spent < cost)
    refuse('make_up_exhausted', { detail: `A make-up costs ${cost} valid friends.` });
}

/** Pays for a make-up; refuses when it cannot be paid so. */
export async function payMakeUp(
  tx: Transaction,
  makeUp: MakeUp,
): Promise<Pick<StoredCheckin, 'paid' | 'price'>> {
  const { plan, standing, days, pay } = makeUp;
  if (pay === 'quota') {
    if (makeUpLeft(plan, standing, days) === 0) refuse('make_up_exhausted');
    return { paid: pay, price: 0 };
  }
  const price = pay === 'points' ? plan.make_up.cost : plan.make_up.friends;
  if (price === undefined)
    return refuse('make_up_exhausted', { detail: `A make-up cannot be paid by ${pay} here.` });
  await (pay === 'points' ? payByPoints : payByFriends)(tx, makeUp, price);
  return { paid: pay, price };
}
