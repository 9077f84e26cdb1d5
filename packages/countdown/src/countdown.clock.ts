// Countdowns without an activity share one clock for each address that tells the time, however many there are.
import { type Clock, createClock, timeFromUrl, type World } from '@fanfare/core';

interface Shared {
  clock: Clock;
  users: number;
}

const worlds = new WeakMap<World, Map<string, Shared>>();

/** Joins the clock of an address, or the device's; call `release` once when done. */
export function shareClock(world: World, timeUrl = ''): { clock: Clock; release(): void } {
  const clocks = worlds.get(world) ?? new Map<string, Shared>();
  worlds.set(world, clocks);
  let shared = clocks.get(timeUrl);
  if (!shared) {
    const source = timeUrl ? timeFromUrl(timeUrl, world) : undefined;
    shared = { clock: createClock({ environment: world, source }), users: 0 };
    clocks.set(timeUrl, shared);
    void shared.clock.sync();
  }
  const mine = shared;
  mine.users++;
  return {
    clock: mine.clock,
    release() {
      mine.users--;
      // A countdown that is only drawn anew joins again in the same task.
      world.after(0, () => {
        if (mine.users || clocks.get(timeUrl) !== mine) return;
        clocks.delete(timeUrl);
        mine.clock.destroy();
      });
    },
  };
}

/** Digits stay back this long for the first sample of the exact time. */
const PATIENCE_MS = 3000;

/** Runs `work` once the time is known, or when waiting longer would help nobody; returns what stops it. */
export function whenTimed(clock: Clock, world: World, work: () => void): () => void {
  const stop = () => {
    off();
    cancel();
  };
  const go = () => {
    stop();
    work();
  };
  const off = clock.onChange(go);
  const cancel = world.after(PATIENCE_MS, go);
  return stop;
}
