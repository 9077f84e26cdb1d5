// The store's part in sinks: how far each has been told of the events, which are the log themselves.
import type { StoredEvent } from './store.events.js';

/** What may be done for sinks. */
export interface SinkTransaction {
  /**
   * Lets `owner` serve a sink until a moment (unix ms), and says how far the sink has come; null while another owner
   * serves it. A sink that is new begins with the next event.
   */
  leaseSink(name: string, owner: string, now: number, until: number): Promise<string | null>;
  /** The next events in the order in which they were stored, each for ever in the same place, and how far they reach. */
  eventsAfter(cursor: string, limit: number): Promise<{ events: StoredEvent[]; cursor: string }>;
  /** The sink has everything up to `cursor`; false (and nothing changed) when `owner` does not serve it any more. */
  moveSink(name: string, owner: string, cursor: string, until: number): Promise<boolean>;
}
