// Activities as this copy of the app has read them within the last second: enough to say who calls and which page may
// read the answer. What a rule decides by is read again, in the transaction that it decides in.
import type { StoredActivity } from '../store.js';

const KEPT_MS = 1000;

/** Recently read activities, by id. */
export interface KnownActivities {
  /** The activity as it was at most a second ago. Whoever asks meanwhile waits for the same `read`. */
  find(id: string, read: () => Promise<StoredActivity>): Promise<StoredActivity>;
  /** What `make` has answered of an activity at most `ms` ago; whoever asks meanwhile waits for the same. */
  keep<T>(id: string, name: string, ms: number, make: () => Promise<T>): Promise<T>;
  /** Forgets one that this copy has changed. */
  forget(id: string): void;
}

/** `clock` runs evenly (ms); the app's own clock may be moved. */
export function createKnownActivities(clock: () => number = () => performance.now()): KnownActivities {
  const known = new Map<string, { until: number; activity: Promise<StoredActivity> }>();
  const kept = new Map<string, Map<string, { until: number; value: Promise<unknown> }>>();
  return {
    find(id, read) {
      const kept = known.get(id);
      if (kept && clock() < kept.until) return kept.activity;
      const entry = { until: clock() + KEPT_MS, activity: read() };
      known.set(id, entry);
      // A failure is nobody else's: the next one tries again. Neither are ids kept that name nothing.
      entry.activity.catch(() => {
        if (known.get(id) === entry) known.delete(id);
      });
      return entry.activity;
    },
    keep<T>(id: string, name: string, ms: number, make: () => Promise<T>): Promise<T> {
      const ofActivity = kept.get(id) ?? new Map();
      const last = ofActivity.get(name);
      if (last && clock() < last.until) return last.value;
      const entry = { until: clock() + ms, value: make() };
      ofActivity.set(name, entry);
      kept.set(id, ofActivity);
      entry.value.catch(() => {
        if (ofActivity.get(name) === entry) ofActivity.delete(name);
        if (ofActivity.size === 0) kept.delete(id);
      });
      return entry.value;
    },
    forget: (id) => {
      known.delete(id);
      kept.delete(id);
    },
  };
}
