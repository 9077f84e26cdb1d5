// Time of this page: unix ms from the device's clock once, then monotonic, so that a clock that is changed while the
// page is open moves no event. A device that sleeps stops the monotonic clock: what is missing after a return to the
// page is added.
import type { Cleanup } from '@fanfare/core/cleanup';
import type { OpenWorld } from '@fanfare/core/environment';

const SLEPT_MS = 1000;

export function createPageTime(
  { wall, monotonic, document }: Pick<OpenWorld, 'wall' | 'monotonic' | 'document'>,
  cleanup: Cleanup,
): () => number {
  let base = wall() - monotonic();
  let difference = 0;
  cleanup.listen(document, 'visibilitychange', () => {
    const now = wall() - monotonic();
    if (document!.visibilityState === 'hidden') difference = now;
    else if (difference && now - difference > SLEPT_MS) base += now - difference;
  });
  return () => Math.floor(base + monotonic());
}
