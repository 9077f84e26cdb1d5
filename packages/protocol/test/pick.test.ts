import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromHex, MAX_TOTAL_WEIGHT, pickNumber, pickPrize, prizeAt } from '../src/verify.js';

interface Vector {
  name: string;
  seed: string;
  activity: string;
  participant: string;
  client_seed: string;
  nonce: number;
  prizes: { id: string; weight: number }[];
  number: number;
  picked: string;
}

const vectors: Vector[] = JSON.parse(
  readFileSync(new URL('../vectors/weighted-pick.json', import.meta.url), 'utf8'),
).cases;

describe('the published vectors', () => {
  it.each(vectors)('$participant, $nonce: $name', ({ seed, prizes, number, picked, ...input }) => {
    const total = prizes.reduce((sum, prize) => sum + prize.weight, 0);
    expect(pickNumber(fromHex(seed), input, total)).toBe(number);
    expect(pickPrize(fromHex(seed), input, prizes).id).toBe(picked);
  });
});

describe('the distribution', () => {
  const seed = fromHex('5f'.repeat(32));
  const inputOf = (nonce: number) => ({ activity: 'a', participant: 'p', client_seed: 'c', nonce });

  it('fits the weights: chi-square within 99.9 %', () => {
    const prizes = [1, 5, 14, 80, 300, 600].map((weight, at) => ({ id: `p${at}`, weight }));
    const draws = 20_000;
    const seen = new Map<string, number>();
    for (let nonce = 1; nonce <= draws; nonce++) {
      const { id } = pickPrize(seed, inputOf(nonce), prizes);
      seen.set(id, (seen.get(id) ?? 0) + 1);
    }
    const chiSquare = prizes.reduce((sum, { id, weight }) => {
      const expected = (draws * weight) / 1000;
      return sum + ((seen.get(id) ?? 0) - expected) ** 2 / expected;
    }, 0);
    // 5 degrees of freedom.
    expect(chiSquare).toBeLessThan(20.515);
  });

  it('has no modulo bias where it would show: a total of 3/4 of the range', () => {
    // `slice % total` would give the lower third of the numbers twice as often as the rest.
    const total = 0.75 * MAX_TOTAL_WEIGHT;
    let lower = 0;
    for (let nonce = 1; nonce <= 3000; nonce++)
      if (pickNumber(seed, inputOf(nonce), total) < total / 3) lower++;
    expect(Math.abs(lower - 1000)).toBeLessThan(3.3 * Math.sqrt((3000 * 2) / 9));
  });
});

describe('limits', () => {
  const seed = fromHex('00'.repeat(32));
  const input = { activity: 'a', participant: 'p', client_seed: 'c', nonce: 1 };

  it.each([0, -1, 1.5, Number.NaN, MAX_TOTAL_WEIGHT + 1])('refuses a total of %s', (total) => {
    expect(() => pickNumber(seed, input, total)).toThrow('[fanfare/protocol] the weights sum to');
  });

  it('finds prizes by their share, borders included', () => {
    const prizes = [
      { id: 'a', weight: 2 },
      { id: 'zero', weight: 0 },
      { id: 'b', weight: 1 },
    ];
    expect([0, 1, 2].map((number) => prizeAt(prizes, number).id)).toEqual(['a', 'a', 'b']);
    expect(() => prizeAt(prizes, 3)).toThrow('beyond');
  });
});
