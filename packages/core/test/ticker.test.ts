import { fakeEnvironment } from '@fanfare/core/testing';
import { expect, it, vi } from 'vitest';
import { createClock } from '../src/clock/index.js';
import { onSecond } from '../src/ticker.js';

const setUp = () => {
  const environment = fakeEnvironment(Date.parse('2026-12-31T12:00:00.250Z'));
  return { environment, clock: createClock({ environment }) };
};

it('serves any number of listeners with one timer, and none when the last has gone', async () => {
  const { environment, clock } = setUp();
  const listener = vi.fn();
  const offs = Array.from({ length: 200 }, () => onSecond(clock, environment, () => listener()));
  expect(environment.pending).toBe(1);
  await environment.advance(3000);
  expect(listener).toHaveBeenCalledTimes(600);
  for (const off of offs) off();
  expect(environment.pending).toBe(0);
});

it('stops for good when its last listener leaves in the middle of a second', async () => {
  const { environment, clock } = setUp();
  const off = onSecond(clock, environment, () => off());
  await environment.advance(5000);
  expect(environment.pending).toBe(0);
});

it('wakes at the full seconds of the clock, or at those of a given moment', async () => {
  const { environment, clock } = setUp();
  const seen: Record<string, number[]> = { full: [], half: [] };
  onSecond(clock, environment, () => seen.full!.push(environment.wall() % 1000));
  onSecond(
    clock,
    environment,
    () => seen.half!.push(environment.wall() % 1000),
    Date.parse('2027-01-01T00:00:00.480Z'),
  );
  await environment.advance(2000);
  expect(seen).toEqual({ full: [4, 4], half: [504, 504] });
});

it('keeps to few timers however many moments there are', () => {
  const { environment, clock } = setUp();
  for (let moment = 0; moment < 1000; moment++) onSecond(clock, environment, () => {}, moment);
  expect(environment.pending).toBe(20);
});
