import { expect, it } from 'vitest';
import { calendarOf } from '../src/countdown.ics.js';

const at = Date.parse('2027-01-01T00:00:00+08:00');
const stamp = Date.parse('2026-12-24T08:00:00Z');
const linesOf = (text: string) => text.replace(/\r\n /g, '').split('\r\n');

it('writes universal times, a reminder and a lasting id', () => {
  const lines = linesOf(calendarOf([{ id: 'new-year-start', title: 'New Year', startAt: at }], 15, stamp));
  expect(lines).toEqual(
    expect.arrayContaining([
      'UID:new-year-start@fanfare',
      'DTSTAMP:20261224T080000Z',
      'DTSTART:20261231T160000Z',
      'DTEND:20261231T163000Z',
      'SUMMARY:New Year',
      'TRIGGER:-PT15M',
    ]),
  );
  expect(lines[0]).toBe('BEGIN:VCALENDAR');
  expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
});

it('escapes text, so that a title cannot add lines of its own', () => {
  const title = 'a;b,c\\d\r\nATTENDEE:mailto:x@example.com\ne';
  const url = 'https://host.example/a?b=c\r\nATTACH:x';
  const lines = linesOf(calendarOf([{ id: 'x', title, startAt: at, url }], 10, stamp));
  expect(lines).toContain('SUMMARY:a\\;b\\,c\\\\d\\nATTENDEE:mailto:x@example.com\\ne');
  expect(lines.filter((line) => /^(ATTENDEE|ATTACH)/.test(line))).toEqual([]);
  expect(lines).toContain('URL:https://host.example/a?b=cATTACH:x');
});

it('folds long lines at 75 octets without cutting a character', () => {
  const title = '新年福袋直播嘉年华🎉'.repeat(20);
  const text = calendarOf([{ id: 'x', title, startAt: at }], 10, stamp);
  for (const line of text.split('\r\n'))
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(linesOf(text)).toContain(`SUMMARY:${title}`);
  expect(text).not.toContain('\ufffd');
});
