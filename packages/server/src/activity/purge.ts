// Saved answers are there for retries. A month after the end nobody retries, and nothing can have an effect any more.
import type { Store } from '../store.js';

const KEPT_MS = 30 * 86_400_000;
const AT_ONCE = 1000;

/** Forgets an activity's answers that are older than `before`, a bounded number in each transaction. */
async function purgeActivity(store: Store, activity: string, before: number): Promise<number> {
  let purged = 0;
  for (;;) {
    const count = await store.transaction((tx) => tx.purgeAnswers(activity, before, AT_ONCE));
    purged += count;
    if (count < AT_ONCE) return purged;
  }
}

/**
 * Forgets the saved answers of activities that ended more than 30 days before `now` (unix ms); younger answers, to
 * claims after the end, are kept for as long. Answers how many there were. Several copies may do it at once.
 */
export async function purgeAnswers(store: Store, now: number): Promise<number> {
  const before = now - KEPT_MS;
  const over = await store.read(async (reader) => {
    const ids: string[] = [];
    for (const id of await reader.activityIds()) {
      const activity = await reader.activity(id);
      if (activity && Date.parse(activity.definition.schedule.end_at) < before) ids.push(id);
    }
    return ids;
  });
  let purged = 0;
  for (const id of over) purged += await purgeActivity(store, id, before);
  return purged;
}
