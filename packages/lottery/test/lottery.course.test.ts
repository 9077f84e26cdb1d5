import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type Course,
  courseTo,
  endOf,
  longestMs,
  RAMP_MS,
  SPEED,
  timeOf,
  turnAt,
} from '../src/lottery.course';

const speed = fc.constantFrom(SPEED.wheel, SPEED.grid);
const part = fc.double({ min: 0, max: 0.999, noNaN: true });
const least = fc.integer({ min: 0, max: 12_000 });
const course = fc.tuple(part, speed, least, part).map((given) => courseTo(...given));

const speedAt = (course: Course, ms: number) => (turnAt(course, ms + 0.5) - turnAt(course, ms - 0.5)) / 1;

it('comes to rest exactly at its target', () => {
  fc.assert(
    fc.property(part, speed, least, part, (from, pace, least, target) => {
      const course = courseTo(from, pace, least, target);
      const rest = turnAt(course, endOf(course)) % 1;
      const miss = Math.abs(rest - target);
      expect(Math.min(miss, 1 - miss)).toBeLessThan(1e-9);
      expect(turnAt(course, endOf(course) + 5000)).toBeCloseTo(turnAt(course, endOf(course)), 12);
    }),
  );
});

it('turns at least as long as asked, and never longer than the clock waits', () => {
  fc.assert(
    fc.property(part, speed, fc.integer({ min: 800, max: 10_000 }), part, (from, pace, least, target) => {
      const course = courseTo(from, pace, least, target);
      expect(course.until).toBeGreaterThanOrEqual(least);
      expect(endOf(course)).toBeLessThanOrEqual(longestMs(least) + 1e-6);
    }),
  );
});

it('never jerks: the speed is continuous where one motion becomes the next', () => {
  fc.assert(
    fc.property(course, (course) => {
      for (const at of [RAMP_MS, course.until])
        expect(speedAt(course, at + 1)).toBeCloseTo(speedAt(course, at - 1), 4);
    }),
  );
});

it('never turns back', () => {
  fc.assert(
    fc.property(course, fc.double({ min: 0, max: 1, noNaN: true }), (course, share) => {
      const ms = share * endOf(course);
      expect(turnAt(course, ms + 10)).toBeGreaterThanOrEqual(turnAt(course, ms) - 1e-12);
    }),
  );
});

it('knows when a turn is passed', () => {
  fc.assert(
    fc.property(course, fc.double({ min: 0.001, max: 0.98, noNaN: true }), (course, share) => {
      const ms = share * endOf(course);
      expect(timeOf(course, turnAt(course, ms))).toBeCloseTo(ms, 1);
    }),
  );
});

it('knows it of a course without an end, too', () => {
  const endless = { from: 0.25, speed: SPEED.grid, until: Number.POSITIVE_INFINITY };
  for (const ms of [0, 350, 700, 5000]) expect(timeOf(endless, turnAt(endless, ms))).toBeCloseTo(ms, 6);
});
