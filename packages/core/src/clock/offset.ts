// What is known of the difference between the server's clock and the page's monotonic one, as an interval.
//
//   sent                     received          page, monotonic
//    |------------------------|
//          ^ stamp                             server, somewhere between
//
// The server wrote `stamp` after `sent` and before `received`, so the difference lies between
// stamp - received and stamp + resolution - sent. Each sample is such an interval, as wide as its round trip;
// the intersection of several is never wider than that of the quickest one (Marzullo 1984).

/** One answer that carried the server's time; all in ms. */
export interface TimeSample {
  /** Monotonic time when the request left. */
  sent: number;
  /** Monotonic time when the answer's head was there. */
  received: number;
  /** The server's unix time as written. */
  stamp: number;
  /** How coarse the stamp is: 1 for Fanfare-Time, 1000 for the Date header. */
  resolution: number;
}

export interface Offset {
  lowest: number;
  highest: number;
  /** Monotonic time of the newest sample. */
  at: number;
}

/** Quartz in phones is off by up to this much (100 ppm); the interval widens with its age. */
const DRIFT = 1e-4;

/** Folds a sample into what was known. One that contradicts it starts over: a clock has stepped or the page slept. */
export function withSample(
  known: Offset | undefined,
  { sent, received, stamp, resolution }: TimeSample,
): Offset {
  const fresh = { lowest: stamp - received, highest: stamp + resolution - sent, at: received };
  if (!known) return fresh;
  const slack = (received - known.at) * DRIFT;
  const lowest = Math.max(fresh.lowest, known.lowest - slack);
  const highest = Math.min(fresh.highest, known.highest + slack);
  return lowest <= highest ? { lowest, highest, at: received } : fresh;
}

export const middleOf = ({ lowest, highest }: Offset): number => (lowest + highest) / 2;
export const errorOf = ({ lowest, highest }: Offset): number => (highest - lowest) / 2;
