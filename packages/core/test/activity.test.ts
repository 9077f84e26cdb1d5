import { fakeActivity } from '@fanfare/core/testing';
import { expect, test } from 'vitest';

test('loads', async () => {
  const { activity, environment } = fakeActivity();
  await environment.advance(10);
  await activity.ready;
  expect(activity.phase).toBe('live');
  expect(activity.participant.value?.id).toBe('guest-1');
  expect(Math.abs(activity.now() - environment.wall())).toBeLessThan(5);
});
