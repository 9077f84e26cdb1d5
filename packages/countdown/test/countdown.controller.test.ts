import { fakeActivity, fakeEnvironment } from '@fanfare/core/testing';
import type { PublicActivity } from '@fanfare/protocol';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type CountdownOptions, createCountdown } from '../src/index.js';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const iso = (ms: number) => new Date(NOW + ms).toISOString();

type Countdown = ReturnType<typeof createCountdown>;
const running: { destroy(): void }[] = [];
afterEach(() => {
  for (const one of running.splice(0)) one.destroy();
});

/** What a person reads: `00:59:58`. */
const read = ({ state, actions: { numbers } }: Countdown) =>
  state.value.units.map((unit) => numbers[unit].value).join(':');

function alone(options: CountdownOptions, environment = fakeEnvironment(NOW)) {
  const emit = vi.fn();
  const countdown = createCountdown(options, null, { environment, emit });
  running.push(countdown);
  return { countdown, environment, emit };
}

async function bound(definition: Partial<PublicActivity>, options: CountdownOptions = {}) {
  const { activity, environment } = fakeActivity({ definition, environment: fakeEnvironment(NOW) });
  const emit = vi.fn();
  const countdown = createCountdown(options, activity, { emit });
  running.push(countdown, activity);
  await environment.advance(1);
  await activity.ready;
  // What an activity's countdown needs comes beside the first answer.
  await vi.dynamicImportSettled();
  return { countdown, activity, environment, emit };
}

/** A server whose clock is right, `offset` ms from the device's. */
function serverAt(environment: ReturnType<typeof fakeEnvironment>, offset = 0) {
  const start = environment.monotonic();
  const handler = vi.fn(
    () =>
      new Response(null, {
        headers: {
          'Fanfare-Time': String(NOW + offset + environment.monotonic() - start),
          'Cache-Control': 'no-store',
        },
      }),
  );
  environment.respond(handler);
  return handler;
}

describe('alone', () => {
  it('counts on the device clock, and says that it is uncertain', async () => {
    const { countdown, environment } = alone({ until: iso(HOUR) });
    expect(read(countdown)).toBe('01:00:00');
    expect(countdown.state.value).toMatchObject({ phase: 'counting', isUncertain: true });
    await environment.advance(2010);
    expect(read(countdown)).toBe('00:59:58');
  });

  it('refuses a time without a zone', () => {
    expect(() => alone({ until: '2027-01-01T00:00:00' })).toThrow(
      '"until" expected a time with a zone, such as "2027-01-01T00:00:00+08:00", got "2027-01-01T00:00:00".',
    );
  });

  it.each([3 * HOUR, -2 * DAY])('is right on a device that is %i ms off', async (off) => {
    const environment = fakeEnvironment(NOW + off);
    serverAt(environment);
    const { countdown } = alone({ until: iso(HOUR), timeUrl: 'https://host.example/' }, environment);
    expect(countdown.state.value.phase).toBe('waiting');
    expect(read(countdown)).toContain('--');
    await environment.advance(2010);
    expect(countdown.state.value).toMatchObject({ phase: 'counting', isUncertain: false });
    expect(read(countdown)).toBe('00:59:58');
  });

  it.each([3 * HOUR, -2 * DAY])('is right when the device is set %i ms off while it is open', async (off) => {
    const environment = fakeEnvironment(NOW);
    serverAt(environment);
    const { countdown } = alone({ until: iso(HOUR), timeUrl: 'https://host.example/' }, environment);
    await environment.advance(2010);
    environment.shiftWall(off);
    for (let second = 3; second < 8; second++) {
      await environment.advance(1000);
      expect(read(countdown)).toBe(`00:59:${60 - second}`);
      expect(countdown.state.value.isUncertain).toBe(false);
    }
  });

  it('shows the device time as uncertain when the server tells none for 3 seconds', async () => {
    const { countdown, environment } = alone({ until: iso(HOUR), timeUrl: 'https://host.example/' });
    await environment.advance(2900);
    expect(countdown.state.value.phase).toBe('waiting');
    await environment.advance(200);
    expect(countdown.state.value).toMatchObject({ phase: 'counting', isUncertain: true });
    serverAt(environment);
    environment.signal('online');
    await environment.advance(2000);
    expect(countdown.state.value.isUncertain).toBe(false);
  });

  it('never counts up while the clock is corrected, and never shows zero too early', async () => {
    const environment = fakeEnvironment(NOW + 900);
    serverAt(environment);
    const { countdown } = alone({ until: iso(20_000), timeUrl: 'https://host.example/' }, environment);
    let before = Number.POSITIVE_INFINITY;
    for (let ms = 0; ms < 21_000; ms += 100) {
      await environment.advance(100);
      if (countdown.state.value.phase === 'waiting') continue;
      const seconds = Number(read(countdown).replace(/:/g, ''));
      expect(seconds).toBeLessThanOrEqual(before);
      if (seconds === 0) expect(ms).toBeGreaterThan(19_800);
      before = seconds;
    }
    expect(before).toBe(0);
  });

  it('makes one clock, one timer and at most five requests for 200', async () => {
    const environment = fakeEnvironment(NOW + HOUR);
    const handler = serverAt(environment);
    for (let i = 0; i < 200; i++)
      alone({ until: iso(HOUR + i * 1000), timeUrl: 'https://host.example/' }, environment);
    await environment.advance(5000);
    expect(handler.mock.calls.length).toBeLessThanOrEqual(5);
    expect(environment.pending).toBe(1);
    for (const one of running.splice(0)) one.destroy();
    await environment.advance(10);
    expect(environment.pending).toBe(0);
  });

  it('is exact at a moment that is no full second', async () => {
    const { countdown, environment, emit } = alone({ until: iso(2480) });
    expect(read(countdown)).toBe('00:00:03');
    await environment.advance(2400);
    expect(read(countdown)).toBe('00:00:01');
    await environment.advance(140);
    expect(read(countdown)).toBe('00:00:00');
    expect(emit).toHaveBeenCalledWith('finished', { toward: 'until', at: iso(2480) });
  });

  it('is right on return when the tab was hidden or asleep over zero', async () => {
    const environment = fakeEnvironment(NOW);
    serverAt(environment);
    const options = { until: iso(60_000), timeUrl: 'https://host.example/' };
    const { countdown, emit } = alone(options, environment);
    await environment.advance(2000);
    environment.setVisible(false);
    environment.sleep(2 * HOUR);
    // The server's clock went on, too.
    environment.respond(
      () =>
        new Response(null, {
          headers: { 'Fanfare-Time': String(environment.wall()), 'Cache-Control': 'no-store' },
        }),
    );
    environment.setVisible(true);
    await environment.advance(1500);
    expect(countdown.state.value.phase).toBe('finished');
    expect(read(countdown)).toMatch(/^[0:]+$/);
    expect(emit.mock.calls.map(([name]) => name)).toEqual(['finished']);
  });

  it('tells each milestone once, and the end once', async () => {
    const { countdown, environment, emit } = alone({ until: iso(65_000) });
    await environment.advance(70_000);
    expect(emit.mock.calls).toEqual([
      ['milestone', { seconds: 60, toward: 'until' }],
      ['milestone', { seconds: 10, toward: 'until' }],
      ['finished', { toward: 'until', at: iso(65_000) }],
    ]);
    expect(countdown.state.value.said).toEqual({ reached: 'until', title: undefined });
  });

  it('tells nothing of what happened before it was opened', async () => {
    const { countdown, environment, emit } = alone({ until: iso(-5000) });
    await environment.advance(3000);
    expect(countdown.state.value.phase).toBe('finished');
    expect(emit).not.toHaveBeenCalled();
  });

  it('stops when the last listener unmounts it at zero', async () => {
    const environment = fakeEnvironment(NOW);
    const countdown: Countdown = createCountdown({ until: iso(2000) }, null, {
      environment,
      emit: () => countdown.destroy(),
    });
    await environment.advance(5000);
    expect(environment.pending).toBe(0);
  });

  it('says how many digits the first number has', async () => {
    const { countdown, environment } = alone({ until: iso(100 * DAY), pad: false });
    expect(countdown.state.value.places).toBe(3);
    expect(read(countdown)).toBe('100:0:0:0');
    await environment.advance(1010);
    expect(countdown.state.value.places).toBe(2);
  });
});

describe('by an activity', () => {
  it('goes by a moment of its own before the activity', async () => {
    const { countdown } = await bound({}, { until: iso(HOUR) });
    expect(countdown.state.value.aim).toEqual({ toward: 'until', at: NOW + HOUR });
  });

  const schedule = { start_at: iso(60_000), end_at: iso(120_000) };

  it('goes from start to end to ended, with no request of its own', async () => {
    const next = { title: { en: 'Lanterns' } };
    const { countdown, environment, emit, activity } = await bound({ schedule, next }, { urgentHours: 1 });
    const call = vi.spyOn(activity, 'call');
    expect(countdown.state.value).toMatchObject({ aim: { toward: 'start' }, isUrgent: false });
    await environment.advance(60_050);
    expect(countdown.state.value).toMatchObject({ aim: { toward: 'end' }, isUrgent: true });
    expect(countdown.state.value.said).toMatchObject({ reached: 'start' });
    expect(activity.phase).toBe('live');
    await environment.advance(60_000);
    expect(countdown.state.value).toMatchObject({ phase: 'ended', next });
    expect(emit.mock.calls.filter(([name]) => name === 'finished')).toHaveLength(2);
    expect(call).not.toHaveBeenCalled();
  });

  it('re-aims at once when the start is postponed, and finishes nothing', async () => {
    const definition: Partial<PublicActivity> = { schedule };
    const { activity, environment } = fakeActivity({
      environment: fakeEnvironment(NOW),
      handlers: {
        'activity.get': () => full(definition),
      },
    });
    const emit = vi.fn();
    const countdown = createCountdown({}, activity, { emit });
    running.push(countdown, activity);
    await environment.advance(1);
    await activity.ready;
    await vi.dynamicImportSettled();
    await environment.advance(30_009);
    expect(read(countdown)).toBe('00:00:30');
    definition.schedule = { start_at: iso(HOUR), end_at: iso(2 * HOUR) };
    definition.version = 2;
    await activity.refresh();
    expect(read(countdown)).toBe('00:59:30');
    await environment.advance(60_000);
    expect(countdown.state.value).toMatchObject({ aim: { toward: 'start' } });
    expect(emit.mock.calls.map(([name]) => name)).not.toContain('finished');
  });

  it('waits for the definition, and leaves it to core to tell that there is none', async () => {
    const environment = fakeEnvironment(NOW);
    const { activity } = fakeActivity({
      environment,
      handlers: {
        'activity.get': () => Promise.reject(new Error('no')),
        'time.get': () => Promise.reject(new Error('no')),
      },
    });
    const countdown = createCountdown({}, activity);
    const own = createCountdown({ until: iso(HOUR) }, activity);
    running.push(countdown, own, activity);
    expect(countdown.state.value.phase).toBe('waiting');
    await environment.advance(60_000);
    expect(countdown.state.value.phase).toBe('absent');
    expect(own.state.value).toMatchObject({ phase: 'counting', isUncertain: true });
  });

  it('walks through a schedule', async () => {
    const { countdown, environment, emit } = await bound(
      {
        sessions: [
          { id: 'a', title: { en: 'A' }, start_at: iso(60_000), end_at: iso(90_000) },
          { id: 'b', title: { en: 'B' }, start_at: iso(120_000), end_at: iso(150_000) },
        ],
        nodes: [{ id: 'prize', title: { en: 'Grand prize' }, at: iso(130_000) }],
      },
      { mode: 'schedule' },
    );
    const standings = () => {
      const { value } = countdown.state;
      return value.phase === 'schedule' && value.items.map(({ id, standing }) => `${id} ${standing}`);
    };
    await environment.advance(1000);
    expect(standings()).toEqual(['a next', 'b upcoming', 'prize upcoming']);
    await environment.advance(60_000);
    expect(standings()).toEqual(['a live', 'b next', 'prize upcoming']);
    expect(countdown.state.value.said).toEqual({ reached: 'item', title: { en: 'A' } });
    await environment.advance(30_000);
    expect(standings()).toEqual(['a over', 'b next', 'prize upcoming']);
    await environment.advance(10 * 60_000);
    expect(standings()).toEqual(['a over', 'b over', 'prize over']);
    expect(emit.mock.calls.filter(([name]) => name === 'finished')).toHaveLength(3);
  });
});

const full = (part: Partial<PublicActivity>): PublicActivity => ({
  id: 'test',
  version: 1,
  title: { en: 'Test' },
  zone: 'Asia/Shanghai',
  landing: 'https://host.example/',
  schedule: { start_at: iso(0), end_at: iso(HOUR) },
  guests: 'act',
  jitter_seconds: 30,
  live_seconds: 20,
  sessions: [],
  nodes: [],
  rules: [],
  ...part,
});
