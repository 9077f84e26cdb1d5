// Days in a row and today's factor, as the page can tell them between two answers of the backend.
import { addDays } from '@fanfare/protocol/day';
import { isDone, type World } from './checkin.world.js';

/** Days in a row, as far as the page can tell after the day has turned. */
export function streakOf({ checkin, today, isNewDay }: World): number {
  if (!checkin) return 0;
  if (!isNewDay) return checkin.streak;
  const yesterday = addDays(today, -1);
  return checkin.days.some(({ day }) => day === yesterday) ? checkin.streak : 0;
}

/** What today's points are multiplied by, as far as the page can tell; the backend decides. */
export function factorOf(world: World): number {
  const { plan, checkin, channel } = world;
  if (isDone(world)) return checkin!.multiplier;
  const announced = (plan?.multipliers ?? []).filter((one) => one.channel === channel);
  return Math.max(1, checkin?.multiplier ?? 1, ...announced.map(({ factor }) => factor));
}
