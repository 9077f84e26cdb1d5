import fc from 'fast-check';
import { expect, it } from 'vitest';
import { courseTo, SPEED } from '../src/lottery.course';
import { gridStage } from '../src/lottery.grid-stage';
import { cellAt, placeOf, prizesInCells, stepsOf, turnToCell } from '../src/lottery.path';

const cell = fc.nat(7);

it('goes around the button, one square at a time', () => {
  for (let step = 0; step < 8; step++) {
    const [x, y] = placeOf(step);
    const [nextX, nextY] = placeOf(step + 1);
    expect(Math.abs(nextX - x) + Math.abs(nextY - y)).toBe(1);
    expect([x, y]).not.toEqual([1, 1]);
  }
});

it('lights every square on the way, in order, and the last one is the prize', () => {
  fc.assert(
    fc.property(cell, cell, fc.integer({ min: 700, max: 8000 }), (from, target, least) => {
      const steps = stepsOf(courseTo(turnToCell(from), SPEED.grid, least, turnToCell(target)));
      expect(steps[0]).toEqual({ at: 0, cell: from });
      expect(steps[steps.length - 1]!.cell).toBe(target);
      for (let i = 1; i < steps.length; i++) {
        expect(steps[i]!.cell).toBe((steps[i - 1]!.cell + 1) % 8);
        expect(steps[i]!.at).toBeGreaterThan(steps[i - 1]!.at);
      }
    }),
  );
});

it('is understood by the browser: offsets from 0 to 1 in order', () => {
  fc.assert(
    fc.property(cell, fc.integer({ min: 700, max: 3000 }), fc.nat(600), (target, least, start) => {
      const course = courseTo(0.1, SPEED.grid, least, turnToCell(target));
      const offsets = gridStage
        .keyframes(course, start, gridStage.endOf(course))
        .map(({ offset }) => Number(offset));
      expect(offsets[0]).toBe(0);
      expect(offsets[offsets.length - 1]).toBe(1);
      expect([...offsets].sort((a, b) => a - b)).toEqual(offsets);
    }),
  );
});

it('shows fewer prizes more than once, and lands on any square of the prize', () => {
  expect(prizesInCells(3)).toEqual([0, 1, 2, 0, 1, 2, 0, 1]);
  for (const chance of [0, 0.4, 0.99])
    expect(prizesInCells(3)[cellAt(gridStage.turnTo(1, 3, () => chance))]).toBe(1);
});
