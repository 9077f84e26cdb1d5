// A moment that all pages share must not make them all call.
import type { TrackedActivity } from '@fanfare/core/track';
import { describe, expect, it } from 'vitest';
import { spreadOf } from '../src/delivery/spread.js';

const START = Date.parse('2027-01-01T00:00:00+08:00');
const watchable = <T>(value: T) => ({ peek: () => value, subscribe: () => () => {} });
const activityAt = (now: number, isKnown = true): TrackedActivity => ({
  id: 'new-year',
  now: () => now,
  channel: watchable(undefined),
  locale: watchable('en'),
  currentPhase: watchable(undefined),
  participant: watchable(null),
  definition: watchable(
    isKnown
      ? {
          version: 1,
          schedule: { start_at: '2027-01-01T00:00:00+08:00', end_at: '2027-01-12T00:00:00+08:00' },
          jitter_seconds: 30,
        }
      : undefined,
  ),
});

describe('what is said at a moment that all pages share', () => {
  it.each([
    ['the start', 0],
    ['just after it', 2000],
    ['ten seconds before', -10_000],
    ['a minute before', -60_000],
    ['a day before', -86_400_000],
    ['the end', 11 * 86_400_000],
  ])('is spread over the window at %s', (_, ms) => {
    expect(spreadOf(activityAt(START + ms), () => 0.5)).toBe(15_000);
    expect(spreadOf(activityAt(START + ms), () => 0)).toBe(0);
  });

  it.each([
    ['half a minute before', -30_000],
    ['a minute after', 60_000],
  ])('goes as ever %s', (_, ms) => {
    expect(spreadOf(activityAt(START + ms), () => 0.5)).toBe(0);
  });

  it('goes as ever without an activity, and before its definition is known', () => {
    expect(spreadOf(undefined, () => 0.5)).toBe(0);
    expect(spreadOf(activityAt(START, false), () => 0.5)).toBe(0);
  });
});
