import { defineCase } from '../../case.js';
import { chiSquareP } from '../../chi-square.js';
import type { Stage } from '../../stage.js';
import { Broken } from '../../verdict.js';

const WEIGHTS = { cup: 85, coupon: 60, luck: 26 };
const PEOPLE = 8;
/** So unlikely by luck alone that no build ever breaks of it: once in a million runs. */
const IMPOSSIBLE = 1e-6;
const DRAWS = 600;

/** Weights whose sum (171) a remainder of one random byte serves worst: 85 values come twice, 86 once. */
const lottery = {
  prizes: [
    { id: 'cup', name: { '*': 'Cup' }, kind: 'goods' as const, weight: WEIGHTS.cup },
    { id: 'coupon', name: { '*': 'Coupon' }, kind: 'coupon' as const, weight: WEIGHTS.coupon },
    { id: 'luck', name: { '*': 'Good luck' }, kind: 'none' as const, weight: WEIGHTS.luck },
  ],
  publish_odds: true,
};

async function drawAll(stage: Stage, each: number, count: (prize: string | null) => void): Promise<void> {
  const person = await stage.drawer();
  for (let turn = 0; turn < each; turn++) count((await stage.draw(person)).ok('lottery.draw').draw.prize);
}

export const odds = defineCase({
  clause: 'draw.odds',
  says: 'Prizes come as often as their published weights say. (The kit draws 600 times, or --draws, and fails what luck would do once in a million runs.)',
  fix: 'Pick with unbiased numbers: reject random values above the largest multiple of the sum, never take a remainder.',
  needs: ['members', 'own'],
  async run({ own, world }) {
    const each = Math.ceil((world.options.draws ?? DRAWS) / PEOPLE);
    const chances = [{ id: 'joined', fact: 'joined', chances: each }];
    const stage = await own({ lottery: { ...lottery, chances } });
    const seen: Record<string, number> = { cup: 0, coupon: 0, luck: 0 };
    const count = (prize: string | null) => {
      seen[prize ?? 'null'] = (seen[prize ?? 'null'] ?? 0) + 1;
    };
    await Promise.all(Array.from({ length: PEOPLE }, () => drawAll(stage, each, count)));
    const total = Object.values(WEIGHTS).reduce((sum, weight) => sum + weight);
    const names = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[];
    const expected = names.map((name) => (each * PEOPLE * WEIGHTS[name]) / total);
    const p = chiSquareP(
      names.map((name) => seen[name]!),
      expected,
    );
    if (p >= IMPOSSIBLE && Object.keys(seen).length === names.length) return;
    const told = (values: readonly number[]) =>
      names.map((name, at) => `${name} ${Math.round(values[at]!)}`).join(', ');
    throw new Broken(
      `about ${told(expected)} of ${each * PEOPLE} draws, but there were ${told(names.map((name) => seen[name]!))} (chi-square: p = ${p.toExponential(1)})`,
    );
  },
});
