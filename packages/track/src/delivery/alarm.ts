import type { OpenWorld } from '@fanfare/core/environment';

export interface Alarm {
  /** Rings after `ms`, or earlier if it was already set so. */
  set(ms: number): void;
  clear(): void;
}

/** One timer for all reasons to send; the earliest wins. */
export function createAlarm(
  { after, monotonic }: Pick<OpenWorld, 'after' | 'monotonic'>,
  ring: () => void,
): Alarm {
  let due = Number.POSITIVE_INFINITY;
  let cancel = () => {};
  const clear = () => {
    cancel();
    due = Number.POSITIVE_INFINITY;
  };
  return {
    clear,
    set(ms) {
      const at = monotonic() + ms;
      if (at >= due) return;
      cancel();
      due = at;
      cancel = after(ms, () => {
        due = Number.POSITIVE_INFINITY;
        ring();
      });
    },
  };
}
