// The activities that the kit makes for itself, with only the sections that the backend says it has.
import type { DefinitionInput } from '@fanfare/protocol';

/** The one origin whose pages may act in them. */
export const ORIGIN = 'https://conformance.example';
/** Stands in fields that must never leave the backend, so that a leak is found as text. */
export const SECRET_NUMBER = 918_273_645;
export const SECRET_URL = 'https://conformance.example/only-for-those-who-are-there';

const HOUR = 3_600_000;
const text = (words: string) => ({ '*': words });
export const at = (ms: number): string => new Date(ms).toISOString();

/** A zone in which it is about noon, so that no run crosses a midnight. */
export function zoneOfNoon(now: number): string {
  const ahead = 12 - new Date(now).getUTCHours();
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

const lottery = {
  prizes: [
    { id: 'cup', name: text('Cup'), kind: 'goods', weight: 2, stock: 100_000, cost: SECRET_NUMBER },
    { id: 'coupon', name: text('Coupon'), kind: 'coupon', weight: 3 },
    { id: 'luck', name: text('Good luck'), kind: 'none', weight: 5 },
  ],
  chances: [
    { id: 'joined', fact: 'joined', chances: 3, title: text('Come by') },
    { id: 'watched', fact: 'watched', chances: 2, per_day: 1, title: text('Watch five minutes') },
  ],
  publish_odds: true,
} satisfies DefinitionInput['lottery'];

const invite = {
  tiers: [
    { id: 'one', friends: 1, name: text('One friend'), kind: 'coupon', quota: 100_000, cost: SECRET_NUMBER },
    { id: 'many', friends: 50, name: text('Fifty friends'), kind: 'goods' },
  ],
  steps: [{ id: 'group', title: text('Join the group'), url: SECRET_URL }],
} satisfies DefinitionInput['invite'];

const checkin = { lap_days: 7, points: 10, make_up: { per_lap: 1 } } satisfies DefinitionInput['checkin'];

const shop = {
  items: [
    { id: 'sticker', name: text('Sticker'), cost: 5, per_person: 1, price: SECRET_NUMBER },
    { id: 'car', name: text('Car'), cost: 1_000_000 },
  ],
} satisfies DefinitionInput['shop'];

/** A live activity, an hour old and with a day to go. */
export function definitionOf(
  id: string,
  { project, features, now }: { project: string; features: ReadonlySet<string>; now: number },
): DefinitionInput {
  return {
    id,
    project,
    title: text('Conformance'),
    zone: zoneOfNoon(now),
    landing: 'https://conformance.example/h5?from=poster',
    schedule: { start_at: at(now - HOUR), end_at: at(now + 24 * HOUR) },
    guests: features.has('guests') ? 'act' : 'none',
    origins: [ORIGIN],
    ...(features.has('lottery') && { lottery }),
    ...(features.has('invite') && { invite }),
    ...(features.has('checkin') && { checkin }),
    ...(features.has('shop') && { shop }),
  };
}
