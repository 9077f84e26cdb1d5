// Limits in memory.
import type { GuardTransaction } from '../store.guard.js';
import { keyOf, type Tables } from './tables.js';

/** What may be done against abuse. */
export function writeGuards(tables: Tables): GuardTransaction {
  return {
    async countHit({ activity, guard, subject, window }) {
      const key = keyOf(activity, guard, subject);
      const before = tables.hits.get(key);
      const hits = before?.window === window ? before.hits + 1 : 1;
      tables.hits.set(key, { window, hits });
      return hits;
    },
    async useSolution(activity, hash, at) {
      const key = keyOf(activity, hash);
      if (tables.solutions.get(key) !== undefined) return false;
      tables.solutions.set(key, at);
      return true;
    },
  };
}
