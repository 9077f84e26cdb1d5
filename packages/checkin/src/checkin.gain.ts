// What an answered wish brought or took, and the fact to tell of it.
import type { Checkin, PublicCheckin, PublicShop } from '@fanfare/protocol';
import type { Wish } from './checkin.wish.js';

/** Points that came, milestones included; below 0 for an exchange. */
export function gainOf(
  wish: Wish,
  checkin: Checkin | undefined,
  plan: PublicCheckin | undefined,
  shop: PublicShop | undefined,
): number {
  if (wish.kind === 'exchange') return -(shop?.items.find(({ id }) => id === wish.item)?.cost ?? 0);
  if (!checkin || !plan) return 0;
  const own = pointsOn(checkin, wish.kind === 'today' ? checkin.today : wish.day);
  const milestone = plan.milestones.find(({ day }) => day === checkin.lap_day)?.points ?? 0;
  const paid = wish.kind === 'make_up' && wish.pay === 'points' ? (plan.make_up.cost ?? 0) : 0;
  return own + milestone - paid;
}

/** What a day gave, multiplied. */
export const pointsOn = ({ days }: Checkin, day: string): number =>
  days.find((one) => one.day === day)?.points ?? 0;
