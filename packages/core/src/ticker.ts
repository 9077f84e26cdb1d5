// One timer for everything on the page that changes by the second, aligned to the clock's own seconds.
import type { Clock } from './clock/clock.js';
import type { Environment } from './environment.js';

interface Ticker {
  listeners: Set<() => void>;
  stop: () => void;
}

const tickers = new WeakMap<Clock, Ticker>();

/** Wakes a little after the full second, so that a timer that fires early does not show the old one twice. */
const LATE_MS = 4;

/** Runs `listener` at each full second of `clock`, and at once after a correction or a return to the page. */
export function onSecond(
  clock: Clock,
  environment: Pick<Environment, 'after' | 'document'>,
  listener: () => void,
): () => void {
  let ticker = tickers.get(clock);
  if (!ticker) {
    ticker = start(clock, environment);
    tickers.set(clock, ticker);
  }
  const { listeners, stop } = ticker;
  listeners.add(listener);
  return () => {
    if (!listeners.delete(listener) || listeners.size) return;
    stop();
    tickers.delete(clock);
  };
}

function start(clock: Clock, { after, document }: Pick<Environment, 'after' | 'document'>): Ticker {
  const listeners = new Set<() => void>();
  let cancel = () => {};
  const plan = () => {
    cancel = after(1000 - (clock.now() % 1000) + LATE_MS, tick);
  };
  const tick = () => {
    cancel();
    for (const listener of [...listeners]) listener();
    plan();
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
