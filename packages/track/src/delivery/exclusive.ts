// One tab sends at a time, to save bandwidth only: unique ids and the server's own check make doubles harmless.
import { STEAL_MS } from '../limits.js';

export interface Exclusive {
  /** Unix ms at which the sending tab last gave a sign. */
  leasedAt(): Promise<number>;
  now(): number;
}

/**
 * Runs `work` while no other tab does; false when one is at it. A frozen tab keeps its lock: it is taken from it once
 * it has been silent for long. Without Web Locks (plain http, old webviews) the store's lease row stands alone.
 */
export async function exclusively(
  name: string,
  { leasedAt, now }: Exclusive,
  work: (isLocked: boolean) => Promise<void>,
): Promise<boolean> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  let isRunning = false;
  const run = async (lock: Lock | null) => {
    if (!lock) return false;
    isRunning = true;
    await work(true);
    return true;
  };
  try {
    if (locks) {
      if (await locks.request(name, { ifAvailable: true }, run)) return true;
      const silence = now() - (await leasedAt());
      return Math.abs(silence) < STEAL_MS ? false : await locks.request(name, { steal: true }, run);
    }
  } catch {
    // Stolen from us, or not allowed here (sandboxed frames).
    if (isRunning) return true;
  }
  await work(false);
  return true;
}
