// The one clock of an activity: the server's time on the page's monotonic base. The device's own clock may be
// wrong by hours or be changed at any moment; nothing moves.
import { createCleanup } from '../cleanup.js';
import type { Environment } from '../environment.js';
import { errorOf, middleOf, type Offset, type TimeSample, withSample } from './offset.js';

export interface Clock {
  /** Unix ms by the server. Small corrections are slewed, so that digits never run backwards. */
  now(): number;
  /** Half the width of what is known, in ms; Infinity while on the device's clock. */
  readonly uncertainty: number;
  /** Takes a sample that some answer brought for free. */
  take(sample: TimeSample): void;
  /** Asks the source again, up to 5 times, until the answer is good enough. */
  sync(): Promise<void>;
  /** Runs `listener` whenever time was corrected; returns the function that stops it. */
  onChange(listener: () => void): () => void;
  destroy(): void;
}

export interface ClockOptions {
  environment: Pick<Environment, 'monotonic' | 'wall' | 'after' | 'window' | 'document'>;
  /** Fetches one sample; without it the clock is the device's, and says so by its uncertainty. */
  source?: (() => Promise<TimeSample>) | undefined;
}

/** Corrections up to this much are slewed; larger ones can only come from a wrong first guess and are stepped. */
const SLEW_LIMIT_MS = 5000;
/** While slewing, time runs half as fast or half as fast again. */
const SLEW_RATE = 0.5;
const SAMPLES = 5;
const GOOD_ENOUGH_MS = 100;
/** Samples at other phases of the second narrow a source that tells whole seconds only. */
const SPACING_MS = 230;
/** Device and monotonic clock may part by this much before a resync: someone set the clock, or the page slept. */
const DIVERGENCE_MS = 1000;
const STALE_MS = 30_000;

export function createClock({ environment, source }: ClockOptions): Clock {
  const { monotonic, wall, after } = environment;
  const cleanup = createCleanup();
  const listeners = new Set<() => void>();
  let offset: Offset | undefined;
  let target = wall() - monotonic();
  let divergence = 0;
  let parting = target;
  let isRead = false;
  let applied = { value: target, at: monotonic() };
  let running: Promise<void> | undefined;

  /** The offset in use at `at`: it walks towards the target at the slew rate. */
  const appliedAt = (at: number) => {
    const gap = target - applied.value;
    const reach = (at - applied.at) * SLEW_RATE;
    return Math.abs(gap) <= reach ? target : applied.value + Math.sign(gap) * reach;
  };

  const aim = (value: number) => {
    const at = monotonic();
    const current = appliedAt(at);
    const isStep = !isRead || Math.abs(value - current) > SLEW_LIMIT_MS;
    target = value;
    applied = { value: isStep ? value : current, at };
    for (const listener of [...listeners]) listener();
  };

  const take = (sample: TimeSample) => {
    offset = withSample(offset, sample);
    divergence = 0;
    parting = wall() - monotonic();
    aim(middleOf(offset));
  };

  const pause = (ms: number) => new Promise<void>((resolve) => cleanup.add(after(ms, resolve)));

  async function askRepeatedly(ask: () => Promise<TimeSample>) {
    for (let i = 0; i < SAMPLES; i++) {
      if (i > 0) await pause(SPACING_MS);
      try {
        take(await ask());
      } catch {
        // Offline or slow: the next sample, or the next sign of life, tries again.
      }
      if (offset && errorOf(offset) <= GOOD_ENOUGH_MS) return;
    }
  }

  const sync = () => {
    if (!source) return Promise.resolve();
    running ??= askRepeatedly(source).finally(() => {
      running = undefined;
    });
    return running;
  };

  /** The page came back: it may have slept, and the monotonic clock may have slept with it. */
  const wake = () => {
    if (environment.document?.visibilityState === 'hidden') return;
    notice();
    if (source) {
      if (!offset || monotonic() - offset.at > STALE_MS) void sync();
    } else if (divergence > 0) {
      parting = wall() - monotonic();
      divergence = 0;
      aim(parting);
    }
  };

  const notice = () => {
    const parted = Math.abs(wall() - monotonic() - parting);
    if (Math.abs(parted - divergence) <= DIVERGENCE_MS) return;
    divergence = parted;
    void sync();
  };

  cleanup.listen(environment.document, 'visibilitychange', wake);
  for (const type of ['pageshow', 'online', 'focus']) cleanup.listen(environment.window, type, wake);

  return {
    now() {
      isRead = true;
      const at = monotonic();
      notice();
      return at + appliedAt(at);
    },
    get uncertainty() {
      return offset ? errorOf(offset) + divergence : Number.POSITIVE_INFINITY;
    },
    take,
    sync,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    destroy() {
      listeners.clear();
      cleanup.run();
    },
  };
}
