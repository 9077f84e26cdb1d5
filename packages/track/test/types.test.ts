// What the compiler refuses: each line marked as an error would fail this file's type check if it were allowed.
import type { Track } from '@fanfare/core/track';
import { expect, it } from 'vitest';
import { createTracker, definePlan, type Tracker } from '../src/index.js';

const lottery = {
  name: 'lottery',
  facts: { drawn: { properties: ['prize', 'receipt'] }, failed: { properties: [] } },
} as const;
const plan = definePlan(
  { lottery },
  {
    'page.opened': { properties: { from: 'string', times: 'number?' } },
    'page.closed': {},
  },
  ['page.opened', 'lottery.shown', 'lottery.drawn'],
);

function calls(tracker: Tracker<NonNullable<typeof plan.shapes>>) {
  tracker.track('lottery.drawn', { prize: 'p1' });
  tracker.track('lottery.shown');
  tracker.track('page.opened', { from: 'link' });
  tracker.track('page.opened', { from: 'link', times: 2 });
  tracker.track('page.closed');
  // @ts-expect-error no such event
  tracker.track('lottery.spun');
  // @ts-expect-error no such property
  tracker.track('lottery.drawn', { price: 'p1' });
  // @ts-expect-error a required property is missing
  tracker.track('page.opened');
  // @ts-expect-error of another kind
  tracker.track('page.opened', { from: 1 });
  // @ts-expect-error takes none
  tracker.track('page.closed', { from: 'x' });
  // @ts-expect-error not an event of the plan
  definePlan({ lottery }, {}, ['page.opened']);
}

it('a tracker with a plan is what an activity asks for', () => {
  const typed = createTracker({ key: 'k', plan });
  const free = createTracker({ key: 'k' });
  const trackers: Track[] = [typed, free];
  void free.track('anything', { at: 'all' });
  expect(trackers).toHaveLength(2);
  expect(calls).toBeTypeOf('function');
});
