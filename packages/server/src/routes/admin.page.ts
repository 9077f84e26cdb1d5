// Lists for operators: the key first, then a page of so many with a cursor.
import type { StoredActivity } from '../store.js';
import { requireServerKey } from './authorize.js';
import { type Call, loadActivity } from './call.js';

/** How many entries a page has. */
export const PAGE = 50;

/** The activity, once an operator's key for it was seen. */
export async function loadAuthorized(call: Call): Promise<StoredActivity> {
  const activity = await loadActivity(call);
  await requireServerKey(call, call.env.keys.admin, activity.definition.project);
  return activity;
}

/** The cursor after a page of entries that were asked for with one more than fits. */
export function pageOf<Entry extends { id: string }>(entries: readonly Entry[]) {
  const items = entries.slice(0, PAGE);
  return { items, next: entries.length > PAGE ? items[items.length - 1]!.id : null };
}
