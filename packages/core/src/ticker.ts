// One timer for everything on the page that changes by the second, aligned to the clock's own seconds.
import type { Clock } from './clock/clock.js';
import type { Environment } from './environment.js';

interface Ticker {
  listeners: Set<() => void>;
  stop: () => void;
}

const tickers = new WeakMap<Clock, Map<number, Ticker>>();

/** Wakes a little after the full second, so that a timer that fires early does not show the old one twice. */
const LATE_MS = 4;

/** Moments inside a second are told apart this finely: so many timers there are at most. */
const GRAIN_MS = 50;

/**
 * Runs `listener` at each full second of `clock`, and at once after a correction or a return to the page.
 *
 * @param moment A unix time in ms whose seconds count instead of the clock's full ones, where it is no full second.
 */
export function onSecond(
  clock: Clock,
  environment: Pick<Environment, 'after' | 'document'>,
  listener: () => void,
  moment = 0,
): () => void {
  const phase = (Math.ceil((moment % 1000) / GRAIN_MS) * GRAIN_MS) % 1000;
  const byPhase = tickers.get(clock) ?? new Map<number, Ticker>();
  tickers.set(clock, byPhase);
  const ticker = byPhase.get(phase) ?? start(clock, environment, phase);
  byPhase.set(phase, ticker);
  const { listeners, stop } = ticker;
  listeners.add(listener);
  return () => {
    if (!listeners.delete(listener) || listeners.size) return;
    stop();
    byPhase.delete(phase);
  };
}

function start(
  clock: Clock,
  { after, document }: Pick<Environment, 'after' | 'document'>,
  phase: number,
): Ticker {
  const listeners = new Set<() => void>();
  let cancel = () => {};
  const plan = () => {
    cancel = after(1000 - ((clock.now() - phase) % 1000) + LATE_MS, tick);
  };
  const tick = () => {
    cancel();
    for (const listener of [...listeners]) listener();
    // One of them may have been the last and have gone.
    if (listeners.size) plan();
  };
  const offChange = clock.onChange(tick);
  document?.addEventListener('visibilitychange', tick);
  plan();
  return {
    listeners,
    stop() {
      cancel();
      offChange();
      document?.removeEventListener('visibilitychange', tick);
    },
  };
}
