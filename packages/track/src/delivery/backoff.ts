import { BACKOFF_MAX_MS, BACKOFF_MS } from '../limits.js';

/** Full jitter: uniform between nothing and a limit that doubles, so that a crowd of clients spreads out. */
export const backoff = (tries: number, random: number): number =>
  random * Math.min(BACKOFF_MAX_MS, BACKOFF_MS * 2 ** Math.min(tries, 30));
