import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countUnits, UNITS, type Unit, unitsFor } from '../src/countdown.unit.js';

const told = (left: number, units: readonly Unit[]) => {
  const counts: Partial<Record<Unit, number>> = {};
  countUnits(left, units, (unit, count) => {
    counts[unit] = count;
  });
  return units.map((unit) => counts[unit]);
};
const LENGTHS = { days: 86_400_000, hours: 3_600_000, minutes: 60_000, seconds: 1000 };

it.each([
  // left, largest, smallest, units, counts
  [93_784_000, 'auto', 'seconds', UNITS, [1, 2, 3, 4]],
  [86_400_000, 'auto', 'seconds', UNITS, [1, 0, 0, 0]],
  [86_399_001, 'auto', 'seconds', UNITS, [1, 0, 0, 0]],
  [86_399_000, 'auto', 'seconds', ['hours', 'minutes', 'seconds'], [23, 59, 59]],
  [86_399_000, 'days', 'seconds', UNITS, [0, 23, 59, 59]],
  [176_400_000, 'hours', 'seconds', ['hours', 'minutes', 'seconds'], [49, 0, 0]],
  [1, 'auto', 'seconds', ['hours', 'minutes', 'seconds'], [0, 0, 1]],
  [0, 'auto', 'seconds', ['hours', 'minutes', 'seconds'], [0, 0, 0]],
  [-5000, 'auto', 'seconds', ['hours', 'minutes', 'seconds'], [0, 0, 0]],
  [60_001, 'minutes', 'minutes', ['minutes'], [2]],
  [60_000, 'seconds', 'seconds', ['seconds'], [60]],
  [90_000_000, 'auto', 'days', ['days'], [2]],
  [90_000_000, 'seconds', 'days', ['days'], [2]],
] as const)('tells %i ms from %s to %s', (left, largest, smallest, units, counts) => {
  expect(unitsFor(left, largest, smallest)).toEqual(units);
  expect(told(left, units)).toEqual(counts);
});

const shape = fc.record({
  largest: fc.constantFrom('auto' as const, ...UNITS),
  smallest: fc.constantFrom(...UNITS),
});

it('never tells less than what is left, and less than one last unit more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), shape, (left, { largest, smallest }) => {
      const units = unitsFor(left, largest, smallest);
      const sum = told(left, units).reduce<number>((all, count, i) => all + count! * LENGTHS[units[i]!], 0);
      expect(sum).toBeGreaterThanOrEqual(left);
      expect(sum - left).toBeLessThan(LENGTHS[units.at(-1)!]);
    }),
  );
});

it('never counts up, and shows zero only when the time has come', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2e8 }),
      fc.integer({ min: 0, max: 5000 }),
      shape,
      (left, passed, { largest, smallest }) => {
        const sum = (ms: number) => {
          const units = unitsFor(ms, largest, smallest);
          return told(ms, units).reduce<number>((all, count, i) => all + count! * LENGTHS[units[i]!], 0);
        };
        expect(sum(Math.max(0, left - passed))).toBeLessThanOrEqual(sum(left));
        expect(sum(left) === 0).toBe(left === 0);
      },
    ),
  );
});
