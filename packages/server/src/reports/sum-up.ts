// Brings the sums of events up to date. Any copy may do it at any time; one does it at a time.
import { type Store, SUMS_LOCK } from '../store.js';

/** Events of one transaction: it takes about a second where events are many. */
const SLICE = 20_000;
const PAUSE_MS = 50;

/** Sums up for at most `ms` milliseconds, and answers whether all that was committed is in the sums. */
export async function sumUp(store: Store, ms: number): Promise<boolean> {
  const until = performance.now() + ms;
  for (;;) {
    const took = await store.transaction(async (tx) =>
      (await tx.tryLock(SUMS_LOCK)) ? { isDone: await tx.sumUpEvents(SLICE) } : null,
    );
    if (took?.isDone) return true;
    if (performance.now() > until) return false;
    // Another copy is at it.
    if (!took) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
