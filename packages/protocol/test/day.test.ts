// Days in a zone: the published vectors, and what must hold of every day.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayEndsAt, dayKeyAt, daysBetween, isDayIn } from '../src/day.js';
import vectors from '../vectors/days.json';

describe('days.json', () => {
  it.each(vectors.days)('$name: $zone at $now is $day', ({ zone, now, day, ends_at }) => {
    expect(dayKeyAt(zone, Date.parse(now))).toBe(day);
    expect(new Date(dayEndsAt(zone, Date.parse(now))).toISOString()).toBe(ends_at);
  });

  it.each(vectors.arithmetic)('$from and $days days is $to', ({ from, days, to }) => {
    expect(addDays(from, days)).toBe(to);
    expect(daysBetween(from, to)).toBe(days);
  });

  it.each(vectors.existing)('$zone has $day: $exists', ({ zone, day, exists }) => {
    expect(isDayIn(zone, day)).toBe(exists);
  });
});

const zone = fc.constantFrom(
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
);
const moment = fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2035, 0) });

describe('every day', () => {
  it('ends one millisecond after its last, and the next one begins there', () => {
    fc.assert(
      fc.property(zone, moment, (zone, now) => {
        const end = dayEndsAt(zone, now);
        expect(end).toBeGreaterThan(now);
        expect(dayKeyAt(zone, end - 1)).toBe(dayKeyAt(zone, now));
        expect(daysBetween(dayKeyAt(zone, now), dayKeyAt(zone, end))).toBe(1);
        expect(isDayIn(zone, dayKeyAt(zone, now))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is found again by counting forth and back', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: -4000, max: 4000 }), (now, count) => {
        const day = dayKeyAt('UTC', now);
        expect(addDays(addDays(day, count), -count)).toBe(day);
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
    );
  });
});
