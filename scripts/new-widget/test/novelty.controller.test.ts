import { fakeActivity } from '@fanfare/core/testing';
import { expect, it, vi } from 'vitest';
import { createNovelty } from '../src/index.js';

it('waves while the activity is live, and tells it', async () => {
  const { activity } = fakeActivity();
  await activity.ready;
  const emit = vi.fn();
  const novelty = createNovelty({ most: 1 }, activity, { emit });
  novelty.actions.wave();
  novelty.actions.wave();
  expect(novelty.state.value).toEqual({ phase: 'live', waves: 1, left: 0 });
  expect(emit.mock.calls).toEqual([['waved', { waves: 1 }]]);
  novelty.destroy();
  activity.destroy();
});

it('stops following the activity when it is destroyed', async () => {
  const { activity, environment } = fakeActivity();
  await activity.ready;
  const novelty = createNovelty({ most: 1 }, activity);
  novelty.destroy();
  await environment.advance(3 * 3_600_000);
  expect(activity.phase).toBe('ended');
  expect(novelty.state.value.phase).toBe('live');
  activity.destroy();
});

it('names a wrong option', () => {
  expect(() => createNovelty({ most: 0 })).toThrow('"most" expected a whole number from 1 to 99, got 0.');
});
