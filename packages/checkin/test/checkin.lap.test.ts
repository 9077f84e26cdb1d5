import { describe, expect, it } from 'vitest';
import { lapOf } from '../src/checkin.lap';
import { factorOf, streakOf } from '../src/checkin.streak';
import { wordsForStreak } from '../src/checkin.words';
import { comingMultipliers, gateOf, hasTomorrow } from '../src/checkin.world';
import { checkin, dayOf, world } from './checkin.sample';

const marks = (given = world) =>
  lapOf(given)
    .stations.map(({ state, milestone }) => state + (milestone ? `+${milestone.day}` : ''))
    .join(' ');

describe('stations', () => {
  it('stand for the days of the lap; milestones move behind missed ones', () => {
    expect(marks()).toBe('done missed done today+3 coming coming coming');
  });

  it('stay as they were after the end: nothing is to come, and no row begins', () => {
    const ended = { ...world, phase: 'ended' as const };
    expect(marks(ended)).toBe('done missed done lost lost lost lost');
    expect(lapOf({ ...ended, today: '2027-01-09' })).toMatchObject({ lap: 1, done: 2 });
    expect(comingMultipliers(ended)).toEqual([]);
    const t = ((key: string) => key) as never;
    const broken = { ...world, checkin: { ...checkin, streak: 0 } };
    expect(wordsForStreak(broken, t)).toBe('broken');
    expect(wordsForStreak({ ...broken, phase: 'ended' }, t)).toBe('');
  });

  it('promise a next lap only if there is a tomorrow', () => {
    const until = (endAt: string) => hasTomorrow({ ...world, endAt });
    expect(until('2027-01-20T00:00:00Z')).toBe(true);
    expect(until(checkin.day_ends_at)).toBe(false);
    expect(hasTomorrow({ ...world, phase: 'ended', endAt: '2027-01-20T00:00:00Z' })).toBe(false);
  });

  it('come back to their places by a make-up', () => {
    const days = [dayOf('2026-12-28'), dayOf('2026-12-29', 'make_up'), dayOf('2026-12-30')];
    expect(marks({ ...world, checkin: { ...checkin, days, missed: [], lap_day: 3 } })).toBe(
      'done made_up done+3 today coming coming coming+7',
    );
  });

  it('begin with today before the first check-in', () => {
    const none = { ...checkin, days: [], missed: [], lap_day: 0, lap_from: undefined, lap_to: undefined };
    expect(marks({ ...world, checkin: none })).toBe('today coming coming+3 coming coming coming coming+7');
    expect(marks({ ...world, checkin: undefined })).toBe(
      'today coming coming+3 coming coming coming coming+7',
    );
  });

  it('end with the last day, and the next lap waits on the day after', () => {
    const days = ['28', '29', '30', '31'].map((day) => dayOf(`2026-12-${day}`));
    days.push(...['01', '02', '03'].map((day) => dayOf(`2027-01-${day}`)));
    const over = { ...world, today: '2027-01-03', checkin: { ...checkin, days, missed: [], lap_day: 7 } };
    expect(lapOf(over)).toMatchObject({ lap: 1, done: 7, isOver: true });
    const next = { ...over, today: '2027-01-04', isNewDay: true };
    expect(lapOf(next)).toMatchObject({ lap: 2, done: 0, isOver: false });
    expect(streakOf(next)).toBe(1);
  });
});

describe('the world', () => {
  it('breaks the row when the day has turned over a missed one', () => {
    expect(streakOf({ ...world, today: '2027-01-01', isNewDay: true })).toBe(0);
    expect(streakOf(world)).toBe(1);
  });

  it('shows the announced factor of the channel before, and the counted one after', () => {
    expect(factorOf({ ...world, channel: 'group' })).toBe(2);
    expect(factorOf({ ...world, channel: 'poster' })).toBe(1);
    const days = [...checkin.days, dayOf('2026-12-31')];
    expect(factorOf({ ...world, channel: 'group', checkin: { ...checkin, days, multiplier: 1 } })).toBe(1);
  });

  it.each([
    [{ plan: undefined }, 'absent'],
    [{ phase: 'ended' as const }, 'ended'],
    [{ paused: ['checkin'] }, 'paused'],
    [{ paused: ['*'] }, 'paused'],
    [{ phase: 'warmup' as const }, 'warmup'],
    [{ isKnown: false }, 'loading'],
    [{ isSignedOut: true }, 'signed-out'],
    [{ checkin: undefined }, 'unsupported'],
    [{ today: '2026-12-30' }, 'done'],
    [{}, 'ready'],
  ])('%j is %s', (change, gate) => expect(gateOf({ ...world, ...change })).toBe(gate));
});
