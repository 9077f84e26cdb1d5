import { addDays, daysBetween } from '@fanfare/protocol/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, dayAfterKey, lastDayOf, monthOf, weekdayOf, weeksOf } from '../src/checkin.calendar';

const day = fc.integer({ min: -20_000, max: 40_000 }).map((count) => addDays('2000-01-01', count));
const firstWeekday = fc.integer({ min: 0, max: 6 });
const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'];

describe('a month', () => {
  it('holds each of its days once, in order, under its weekday', () => {
    fc.assert(
      fc.property(day, firstWeekday, (any, first) => {
        const month = monthOf(any);
        const weeks = weeksOf(month, first);
        const days = weeks.flat().filter((one) => one !== null);
        expect(days).toContain(any);
        expect(days.every((one) => monthOf(one) === month)).toBe(true);
        expect(days.slice(1).every((one, at) => daysBetween(days[at]!, one) === 1)).toBe(true);
        expect([monthOf(addDays(days[0]!, -1)), monthOf(addDays(days.at(-1)!, 1))]).not.toContain(month);
        for (const week of weeks)
          week.forEach((one, place) => {
            if (one) expect((weekdayOf(one) - first + 7) % 7).toBe(place);
          });
        expect(weeks.every((week) => week.length === 7 && week.some(Boolean))).toBe(true);
      }),
    );
  });

  it.each([
    ['2027-02', '2027-02-28'],
    ['2028-02', '2028-02-29'],
    ['2100-02', '2100-02-28'],
    ['2026-12', '2026-12-31'],
  ])('%s ends on %s', (month, last) => expect(lastDayOf(month)).toBe(last));

  it('comes back by as many months as it went', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -50, max: 50 }), (any, count) => {
        expect(addMonths(addMonths(monthOf(any), count), -count)).toBe(monthOf(any));
      }),
    );
  });
});

describe('keys', () => {
  it('never leave the activity, and lead to a real day', () => {
    fc.assert(
      fc.property(
        day,
        fc.nat(60),
        fc.nat(60),
        firstWeekday,
        fc.boolean(),
        fc.constantFrom(...keys),
        (any, before, after, first, isRtl, key) => {
          const rules = { firstWeekday: first, from: addDays(any, -before), to: addDays(any, after), isRtl };
          const next = dayAfterKey(key, any, rules)!;
          expect(next >= rules.from && next <= rules.to).toBe(true);
          expect(addDays(next, 0)).toBe(next);
        },
      ),
    );
  });

  it('move by days, weeks and months', () => {
    const rules = { firstWeekday: 1, from: '2026-01-01', to: '2027-12-31', isRtl: false };
    const from = (key: string, more = {}) => dayAfterKey(key, '2027-01-31', { ...rules, ...more });
    expect(keys.map((key) => from(key))).toEqual([
      '2027-01-30',
      '2027-02-01',
      '2027-01-24',
      '2027-02-07',
      '2027-01-25',
      '2027-01-31',
      '2026-12-31',
      '2027-02-28',
    ]);
    expect(from('ArrowLeft', { isRtl: true })).toBe('2027-02-01');
    expect(from('a')).toBeUndefined();
  });
});
