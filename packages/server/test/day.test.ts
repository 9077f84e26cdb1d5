import { describe, expect, it } from 'vitest';
import { dayKeyAt, nextDayAt } from '../src/day.js';

describe('days in the zone', () => {
  it.each([
    ['Asia/Shanghai', '2027-01-01T15:59:59.999Z', '2027-01-01', '2027-01-01T16:00:00.000Z'],
    ['Asia/Shanghai', '2027-01-01T16:00:00.000Z', '2027-01-02', '2027-01-02T16:00:00.000Z'],
    ['Asia/Shanghai', '2028-02-28T20:00:00.000Z', '2028-02-29', '2028-02-29T16:00:00.000Z'],
    ['Asia/Shanghai', '2026-12-31T16:00:00.000Z', '2027-01-01', '2027-01-01T16:00:00.000Z'],
    ['UTC', '2027-06-30T23:59:59.999Z', '2027-06-30', '2027-07-01T00:00:00.000Z'],
    // A day of 23 hours, and one of 25.
    ['Europe/Berlin', '2027-03-28T00:30:00.000Z', '2027-03-28', '2027-03-28T22:00:00.000Z'],
    ['Europe/Berlin', '2027-10-30T22:00:00.000Z', '2027-10-31', '2027-10-31T23:00:00.000Z'],
    // The day begins at 01:00: midnight does not exist.
    ['America/Asuncion', '2023-09-30T12:00:00.000Z', '2023-09-30', '2023-10-01T04:00:00.000Z'],
    // A whole day that does not exist: after the 29th comes the 31st.
    ['Pacific/Apia', '2011-12-29T12:00:00.000Z', '2011-12-29', '2011-12-30T10:00:00.000Z'],
    ['Asia/Kathmandu', '2027-01-01T18:14:59.999Z', '2027-01-01', '2027-01-01T18:15:00.000Z'],
  ])('%s at %s is %s and ends at %s', (zone, now, day, next) => {
    expect(dayKeyAt(zone, Date.parse(now))).toBe(day);
    expect(new Date(nextDayAt(zone, Date.parse(now))).toISOString()).toBe(next);
  });
});
