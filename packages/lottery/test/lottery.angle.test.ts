import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sectorAt, turnToLine, turnToSector } from '../src/lottery.angle';
import { sectorPath } from '../src/lottery.sector';

const count = fc.integer({ min: 2, max: 12 });
const chance = fc.double({ min: 0, max: 0.9999, noNaN: true });

it('puts the pointer on the prize, clearly inside its sector', () => {
  fc.assert(
    fc.property(count, fc.nat(11), chance, (count, any, chance) => {
      const index = any % count;
      const turn = turnToSector(index, count, chance);
      expect(sectorAt(turn, count)).toBe(index);
      const fromMiddle = Math.abs((1 - turn) * count - index);
      expect(fromMiddle).toBeLessThanOrEqual(0.35 + 1e-9);
    }),
  );
});

it('without a prize it points at a line between two sectors', () => {
  fc.assert(
    fc.property(count, (count) => {
      const place = (((1 - turnToLine(0, count)) * count) % 1) - 0.5;
      expect(Math.abs(place)).toBeLessThan(1e-9);
    }),
  );
});

it('draws a sector that points up', () => {
  expect(sectorPath(4, 100)).toBe('M0 0L-70.71 -70.71A100 100 0 0 1 70.71 -70.71z');
  expect(sectorPath(2, 100)).toMatch(/^M0 0L-100.00 -?0.00A100 100 0 0 1 100.00 -?0.00z$/);
});
