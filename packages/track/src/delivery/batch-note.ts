import type { Outcome } from './outcome.js';

/** What an attempt told. */
export interface BatchNote {
  /** The batch's id. */
  id: string;
  /** Ids of the events in it. */
  events: readonly string[];
  outcome: Outcome['kind'];
  /** The server's request id, where it is exposed to the page. */
  requestId?: string | undefined;
}
