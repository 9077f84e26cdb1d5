// Given to an activity: its backend, and what it knows, with every event.
import { createActivity, createTransport } from '@fanfare/core';
import { expect, it } from 'vitest';
import { createTracker, defineExperiment } from '../src/index.js';

interface Sent {
  context: Record<string, unknown>;
  events: { id: string; name: string; context?: Record<string, unknown> }[];
}

function start(key: string) {
  const sent: Sent[] = [];
  const at = (ms: number) => new Date(Date.now() + ms).toISOString();
  const experiment = defineExperiment('colour', ['red', 'gold']);
  const tracker = createTracker({ key, experiments: [experiment] });
  const activity = createActivity({
    id: 'new-year',
    channel: 'moments',
    locale: 'en',
    tracker,
    transport: createTransport({
      'time.get': () => ({ now: Date.now() + 5000 }),
      'activity.get': () => ({
        id: 'new-year',
        version: 7,
        title: { en: 'x' },
        zone: 'Asia/Shanghai',
        landing: 'https://host.example/',
        schedule: { start_at: at(-1000), end_at: at(100_000) },
        guests: 'act',
        jitter_seconds: 1,
        live_seconds: 20,
        sessions: [],
        nodes: [],
        rules: [],
      }),
      'guest.create': () => ({
        token: 't',
        linked: false,
        secret: 's',
        me: { participant: { id: 'guest-1', kind: 'guest' }, sections: {} },
      }),
      'track.batch': ({ input }) => {
        const batch = input as unknown as Sent & { batch_id: string };
        sent.push(batch);
        return {
          batch_id: batch.batch_id,
          results: batch.events.map(({ id }) => ({ id, status: 'accepted' })),
        };
      },
    }),
  });
  return { tracker, activity, sent, experiment };
}

it('inherits the backend and says where an event happened', async () => {
  const { tracker, activity, sent, experiment } = start(`a-${Date.now()}`);
  await activity.ready;
  await tracker.track('page.opened');
  await tracker.flush();
  expect(sent[0]!.context).toMatchObject({
    activity: 'new-year',
    channel: 'moments',
    channel_first: 'moments',
    locale: 'en',
    participant: 'guest-1',
    phase: 'live',
    version: 7,
    variants: { colour: experiment.choose('guest-1') },
    visitor: expect.any(String),
    session: expect.any(String),
    sdk: expect.any(String),
  });
  const inspection = await tracker.inspect();
  expect(Math.abs((inspection?.clockOffset ?? 0) - 5000)).toBeLessThan(500);
  activity.destroy();
  tracker.destroy();
});

it('an event whose surroundings differ from the rest of its batch says how', async () => {
  const { tracker, activity, sent } = start(`b-${Date.now()}`);
  await activity.ready;
  const first = tracker.track('page.opened');
  activity.update({ channel: 'email' });
  await Promise.all([first, tracker.track('page.opened')]);
  await tracker.flush();
  const [batch] = sent;
  expect(batch!.context.channel).toBe('moments');
  expect(batch!.events.map(({ context }) => context)).toEqual([undefined, { channel: 'email' }]);
  activity.destroy();
  tracker.destroy();
});
