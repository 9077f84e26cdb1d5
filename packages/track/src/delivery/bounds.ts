// Keeps the shared store within its bounds. A page knows exactly what it adds itself; what other tabs do it learns
// with every claim.
import type { Row } from '../event/row.js';
import type { DropReason } from '../intake/page-state.js';
import { STORE_BYTES, STORE_EVENTS, USUAL_EVENT_BYTES } from '../limits.js';
import type { EventStore } from './event-store.js';

export interface Bounds {
  /** These came in; gives the keys that had to go. */
  trim(rows: readonly Row[]): Promise<string[]>;
  /** The disk is full: makes room for at least as many. */
  relieve(rows: readonly Row[]): Promise<string[]>;
  /** So many events there are in truth. */
  correct(events: number): void;
}

export function createBounds(store: Pick<EventStore, 'evict'>): Bounds {
  let events = 0;
  let bytes = 0;
  const correct = (truth: number) => {
    // Of events that this page did not write only the number is known.
    bytes = events ? (bytes / events) * truth : truth * USUAL_EVENT_BYTES;
    events = truth;
  };

  async function evict(excess: number, reason: DropReason, newest: readonly Row[]): Promise<string[]> {
    const gone = await store.evict(Math.ceil(excess), reason, newest);
    correct(events - gone.length);
    return gone;
  }

  return {
    correct,
    async trim(rows) {
      events += rows.length;
      for (const { json, context } of rows) bytes += json.length + context.length;
      const excess = Math.max(events - STORE_EVENTS, events * (1 - STORE_BYTES / bytes));
      return excess > 0 ? evict(excess, 'overflow', rows) : [];
    },
    relieve: (rows) => evict(rows.length + events / 10, 'quota', []),
  };
}
