// The definition as it stands on the stage: the operator's own, changed by who plays and by what goes wrong. A change
// of odds is a new version with a commitment of its own, as it would be on a server; the rules are never bent.
import type { Definition } from '@fanfare/protocol';
import type { PersonaName } from './cast.js';
import type { FaultName } from './faults.js';

/** What a stage is set for. */
export interface Setting {
  persona: PersonaName;
  faults: readonly FaultName[];
  /** Unix ms. */
  now: number;
}

type Change = (definition: Definition, now: number) => Definition;

/** Only what can be won now is drawn. */
const winning: Change = (definition, now) => {
  const { lottery } = definition;
  if (!lottery) return definition;
  const canBeWon = ({ kind, from, stock }: (typeof lottery.prizes)[number]) =>
    kind !== 'none' && stock !== 0 && !(from !== undefined && Date.parse(from) > now);
  if (!lottery.prizes.some((prize) => canBeWon(prize) && prize.weight > 0)) return definition;
  const prizes = lottery.prizes.map((prize) => (canBeWon(prize) ? prize : { ...prize, weight: 0 }));
  return { ...definition, lottery: { ...lottery, prizes } };
};

const DAY_SECONDS = 86_400;

/** One thing of each kind a day from one network; the abuser's accomplices have done theirs. */
const guarded: Change = (definition) => ({
  ...definition,
  guards: [
    ...definition.guards,
    ...(['draw', 'accept', 'claim', 'check-in'] as const).map((on) => ({
      on,
      per: 'network' as const,
      count: 1,
      seconds: DAY_SECONDS,
      outcome: 'deny' as const,
    })),
  ],
});

/** Nothing is left of anything that can run out. */
const empty: Change = (definition) => {
  const { lottery, invite, shop, pool } = definition;
  return {
    ...definition,
    ...(pool !== undefined && { pool: 0 }),
    ...(lottery && {
      lottery: {
        ...lottery,
        prizes: lottery.prizes.map((prize) => (prize.kind === 'none' ? prize : { ...prize, stock: 0 })),
      },
    }),
    ...(invite && { invite: { ...invite, tiers: invite.tiers.map((tier) => ({ ...tier, quota: 0 })) } }),
    ...(shop && { shop: { ...shop, items: shop.items.map((item) => ({ ...item, stock: 0 })) } }),
  };
};

/** What is stored for a setting. */
export function stagedDefinition(definition: Definition, { persona, faults, now }: Setting): Definition {
  const changes: Change[] = [];
  if (persona === 'winner') changes.push(winning);
  if (persona === 'abuser') changes.push(guarded);
  if (faults.includes('pool-empty')) changes.push(empty);
  return changes.reduce((staged, change) => change(staged, now), definition);
}
