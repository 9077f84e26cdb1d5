// What a page may know of the check-in plan: every field by name.
import type { CheckinDefinition, PublicCheckin } from '@fanfare/protocol';

/** The public side of a plan; groups and their channels stay on the server. */
export const publicCheckinOf = ({
  lap_days,
  points,
  milestones,
  make_up,
  multipliers,
  content,
  offer,
}: CheckinDefinition): PublicCheckin => ({
  lap_days,
  points,
  milestones: milestones.map(({ day, name, points }) => ({ day, name, points })),
  make_up: { per_lap: make_up.per_lap, cost: make_up.cost, friends: make_up.friends },
  multipliers: multipliers.map(({ id, channel, factor, title }) => ({ id, channel, factor, title })),
  content,
  offer: offer && { title: offer.title, url: offer.url },
});
