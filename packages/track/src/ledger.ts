// Counts what becomes of this page's events, and tells those who listen.
import { createEmitter, type Emitter } from '@fanfare/core/emitter';
import { idOf } from './event/row.js';
import type { EventState, TrackerEvents, TrackerStats } from './tracker.js';

export interface Ledger extends Emitter<TrackerEvents> {
  readonly stats: TrackerStats;
  /** The events of these keys are in that state now. */
  tell(keys: readonly string[], state: EventState, name?: string): void;
}

export function createLedger(): Ledger {
  const { on, emit } = createEmitter<TrackerEvents>();
  const stats: TrackerStats = { stored: 0, sent: 0, acked: 0, rejected: 0, dropped: 0 };
  return {
    stats,
    on,
    emit,
    tell(keys, state, name) {
      if (keys.length === 0) return;
      if (state in stats) stats[state as keyof TrackerStats] += keys.length;
      emit('state', { ids: keys.map(idOf), state, name });
    },
  };
}
