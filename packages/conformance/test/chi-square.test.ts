import { expect, it } from 'vitest';
import { chiSquareP } from '../src/chi-square.js';

it.each([
  // Quantiles out of any table: distance, degrees of freedom, p.
  [3.841, 1, 0.05],
  [5.991, 2, 0.05],
  [9.21, 2, 0.01],
  [27.631, 2, 1e-6],
  [16.919, 9, 0.05],
])('a distance of %d with %d degrees of freedom has p = %d', (distance, freedom, p) => {
  // One count is off by as much as makes this distance.
  const expected = Array(freedom + 1).fill(1e6);
  const seen = [1e6 + Math.sqrt(distance * 1e6), ...expected.slice(1)];
  expect(chiSquareP(seen, expected) / p).toBeCloseTo(1, 2);
});

it('is 1 for what was promised', () => expect(chiSquareP([10, 20, 30], [10, 20, 30])).toBe(1));
