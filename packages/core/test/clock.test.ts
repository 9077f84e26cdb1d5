import { describe, expect, it, vi } from 'vitest';
import { createClock } from '../src/clock/index.js';
import { fakeEnvironment } from '../src/testing/environment.js';

const HOUR = 3_600_000;

/** A server whose clock is the truth, `ahead` of the device's; each answer takes `rtt`, half of it each way. */
function world({ ahead = 0, rtts = [40], resolution = 1 } = {}) {
  const environment = fakeEnvironment();
  const started = { mono: environment.monotonic(), truth: environment.wall() + ahead };
  const truth = () => started.truth + environment.monotonic() - started.mono;
  let asked = 0;
  const source = async () => {
    const rtt = rtts[Math.min(asked++, rtts.length - 1)]!;
    const sent = environment.monotonic();
    await new Promise<void>((resolve) => environment.after(rtt / 2, resolve));
    const stamp = Math.floor(truth() / resolution) * resolution;
    await new Promise<void>((resolve) => environment.after(rtt / 2, resolve));
    return { sent, received: environment.monotonic(), stamp, resolution };
  };
  const clock = createClock({ environment, source });
  return { environment, clock, truth, asked: () => asked, started };
}

const synced = async (w: ReturnType<typeof world>) => {
  void w.clock.sync();
  await w.environment.advance(7000);
  return w;
};

describe('the clock', () => {
  it.each([3 * HOUR, -48 * HOUR, 0])(
    'shows server time with a device clock that is off by %d ms',
    async (ahead) => {
      const { clock, truth } = await synced(world({ ahead }));
      expect(Math.abs(clock.now() - truth())).toBeLessThan(25);
      expect(clock.uncertainty).toBeLessThan(25);
    },
  );

  it('does not move when the device clock is changed while open, and asks again', async () => {
    const { clock, truth, environment, asked } = await synced(world());
    const before = asked();
    clock.now();
    environment.shiftWall(3 * HOUR);
    expect(Math.abs(clock.now() - truth())).toBeLessThan(25);
    expect(clock.uncertainty).toBeGreaterThan(HOUR);
    await environment.advance(1000);
    expect(asked()).toBeGreaterThan(before);
    expect(clock.uncertainty).toBeLessThan(25);
  });

  it('asks at most once for one change of the device clock while offline', async () => {
    const environment = fakeEnvironment();
    const source = vi.fn(() => Promise.reject(new Error('offline')));
    const clock = createClock({ environment, source });
    environment.shiftWall(HOUR);
    for (let second = 0; second < 60; second++) {
      clock.now();
      await environment.advance(1000);
    }
    expect(source).toHaveBeenCalledTimes(5);
  });

  it('is right again after the page slept with its monotonic clock', async () => {
    const w = await synced(world());
    w.environment.sleep(10 * 60_000);
    w.started.truth += 10 * 60_000;
    w.environment.signal('pageshow');
    await w.environment.advance(1000);
    expect(Math.abs(w.clock.now() - w.truth())).toBeLessThan(25);
  });

  it('keeps the quickest of up to five samples and stops when it is good enough', async () => {
    const slow = await synced(world({ rtts: [1800, 900, 600, 300, 1500] }));
    expect(slow.clock.uncertainty).toBeLessThanOrEqual(151);
    const quick = await synced(world({ rtts: [60] }));
    expect(quick.asked()).toBe(1);
  });

  it('narrows a clock that tells whole seconds to a fraction of one', async () => {
    const { clock, truth } = await synced(world({ resolution: 1000, ahead: 417 }));
    expect(Math.abs(clock.now() - truth())).toBeLessThan(200);
    expect(clock.uncertainty).toBeLessThan(200);
  });

  it('never runs backwards while it corrects itself', async () => {
    const { clock, environment, truth } = await synced(world());
    clock.now();
    const mono = environment.monotonic();
    // A later, tighter sample says that the server is 800 ms behind what was shown.
    clock.take({ sent: mono - 1, received: mono, stamp: truth() - 800, resolution: 1 });
    let last = clock.now();
    for (let i = 0; i < 40; i++) {
      await environment.advance(100);
      const now = clock.now();
      expect(now).toBeGreaterThan(last);
      last = now;
    }
    expect(Math.abs(last - (truth() - 800))).toBeLessThan(5);
  });

  it('says that the device clock is all it has', async () => {
    const environment = fakeEnvironment();
    const clock = createClock({ environment });
    expect(clock.now()).toBe(environment.wall());
    expect(clock.uncertainty).toBe(Number.POSITIVE_INFINITY);
    environment.shiftWall(HOUR);
    expect(clock.now()).toBe(environment.wall() - HOUR);
  });

  it('leaves no timer or listener behind', async () => {
    const { clock, environment, asked } = world({ rtts: [900] });
    void clock.sync();
    await environment.advance(1000);
    clock.destroy();
    environment.signal('online');
    await environment.advance(60_000);
    expect(environment.pending).toBe(0);
    expect(asked()).toBe(1);
  });
});
