import { parseConfig } from '@fanfare/core';
import type { PublicActivity } from '@fanfare/protocol';
import { describe, expect, it } from 'vitest';
import { countdownConfig } from '../src/countdown.config.js';
import * as course from '../src/countdown.course.js';
import { itemsAt } from '../src/countdown.schedule.js';
import { edgeAfter, isUrgentAt, ownSceneAt } from '../src/countdown.state.js';

const { milestoneBetween, sceneAt } = course;
const START = Date.parse('2026-12-31T12:00:00Z');
const HOUR = 3_600_000;
const iso = (ms: number) => new Date(START + ms).toISOString();
const configOf = (options = {}) => parseConfig('countdown', countdownConfig, options);
const activity = {
  schedule: { start_at: iso(0), end_at: iso(48 * HOUR) },
  sessions: [],
  nodes: [],
  next: { title: { en: 'Lanterns' } },
} as unknown as PublicActivity;

describe('sceneAt', () => {
  it.each([
    ['the start in warm-up', -1, { phase: 'counting', aim: { toward: 'start', at: START } }],
    ['the end from the start on', 0, { phase: 'counting', aim: { toward: 'end', at: START + 48 * HOUR } }],
    ['nothing after the end', 48 * HOUR, { phase: 'ended', next: { title: { en: 'Lanterns' } } }],
  ])('counts to %s', (_, now, scene) => {
    expect(sceneAt(configOf(), activity, START + now)).toEqual(scene);
  });

  it('is idle without anything to count to', () => {
    expect(ownSceneAt(configOf(), START)).toEqual({ phase: 'idle' });
    expect(sceneAt(configOf(), undefined, START)).toEqual({ phase: 'idle' });
    expect(sceneAt(configOf({ mode: 'schedule' }), activity, START)).toEqual({ phase: 'idle' });
  });

  it('counts real hours across the change of summer time', () => {
    // New York leaves summer time in this night: from noon to noon there are 25 hours.
    const until = '2026-11-01T12:00:00-05:00';
    const { aim } = ownSceneAt(configOf({ until }), Date.parse('2026-10-31T12:00:00-04:00'));
    expect(aim!.at - Date.parse('2026-10-31T12:00:00-04:00')).toBe(25 * HOUR);
  });

  it('goes by its own moment', () => {
    const config = configOf({ until: iso(HOUR) });
    expect(ownSceneAt(config, START).aim).toEqual({ toward: 'until', at: START + HOUR });
    expect(ownSceneAt(config, START + HOUR).phase).toBe('finished');
  });
});

describe('itemsAt', () => {
  const session = (id: string, from: number, to: number) => ({
    id,
    title: { en: id },
    start_at: iso(from * HOUR),
    end_at: iso(to * HOUR),
  });
  const plan = {
    sessions: [session('c', 4, 5), session('a', 0, 1), session('b', 2, 3)],
    nodes: [{ id: 'prize', title: { en: 'Grand prize' }, at: iso(2.5 * HOUR) }],
  };
  const standings = (hours: number) =>
    itemsAt(plan, START + hours * HOUR).map(({ id, standing }) => `${id} ${standing}`);

  it.each([
    [-1, ['a next', 'b upcoming', 'prize upcoming', 'c upcoming']],
    [0, ['a live', 'b next', 'prize upcoming', 'c upcoming']],
    [1, ['a over', 'b next', 'prize upcoming', 'c upcoming']],
    [2.5, ['a over', 'b live', 'prize live', 'c next']],
    [3, ['a over', 'b over', 'prize over', 'c next']],
    [5, ['a over', 'b over', 'prize over', 'c over']],
  ])('has them in order, %f hours in', (hours, expected) => {
    expect(standings(hours)).toEqual(expected);
  });

  it('calls all that begin together next', () => {
    const together = { sessions: [session('a', 1, 2), session('b', 1, 2)], nodes: [] };
    expect(itemsAt(together, START).map(({ standing }) => standing)).toEqual(['next', 'next']);
  });
});

describe('the last hours', () => {
  const scene = (options: object, now: number) => sceneAt(configOf(options), activity, START + now);

  it('are urgent before an end and not before a start', () => {
    expect(isUrgentAt(scene({}, -1), 3, START - 1)).toBe(false);
    expect(isUrgentAt(scene({}, 45 * HOUR - 1), 3, START + 45 * HOUR - 1)).toBe(false);
    expect(isUrgentAt(scene({}, 45 * HOUR), 3, START + 45 * HOUR)).toBe(true);
    expect(isUrgentAt(scene({}, 47 * HOUR), 0, START + 47 * HOUR)).toBe(false);
  });
});

describe('edgeAfter', () => {
  it('needs no course for the looks of a moment of its own', () => {
    const scene = ownSceneAt(configOf({ until: iso(26 * HOUR) }), START);
    expect(edgeAfter(scene, 3, START)).toBe(START + 2 * HOUR + 1000);
    expect(edgeAfter(scene, 3, START + 22 * HOUR)).toBe(START + 23 * HOUR);
    expect(edgeAfter(scene, 3, START + 23 * HOUR)).toBe(START + 26 * HOUR);
  });

  it('names every moment at which more than digits changes, and none twice', () => {
    const edges: number[] = [];
    const config = configOf({ until: iso(26 * HOUR) });
    for (let now = START; now < Number.POSITIVE_INFINITY; ) {
      now = edgeAfter(ownSceneAt(config, now), 3, now, course);
      edges.push((START + 26 * HOUR - now) / 1000);
    }
    expect(edges).toEqual([86_400, 86_399, 10_800, 3600, 600, 60, 10, 0, Number.NEGATIVE_INFINITY]);
  });
});

describe('milestoneBetween', () => {
  const aim = { toward: 'end' as const, at: START };

  it.each([
    [-601_000, -600_000, 600],
    [-601_000, -599_000, 600],
    [-601_000, -597_000, undefined],
    [-600_000, -599_000, undefined],
    [-90_000_000, -9500, 10],
  ])('from %i to %i ms before', (before, now, seconds) => {
    expect(milestoneBetween(aim, START + before, START + now)).toBe(seconds);
  });
});
