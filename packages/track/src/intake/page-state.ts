// What this page knows of its events: shared by the part that takes them in and the part that sends them.
import type { Row } from '../event/row.js';

/** Why an event was not kept. */
export type DropReason = 'overflow' | 'expired' | 'quota' | 'memory' | 'refused';

export interface PageState {
  /** Events of this page that no answer has named. */
  rows: Map<string, Row>;
  /** Of these, the ones not known to be on disk. */
  unsaved: Map<string, Row>;
  /** In memory only: the disk did not take them. */
  loose: Map<string, Row>;
  /** Drops that no disk and no server knows of yet: why, and when the event happened. */
  drops: [reason: DropReason, time: number][];
  /** Whether the disk is in use. */
  isDurable: boolean;
}

export const createPageState = (): PageState => ({
  rows: new Map(),
  unsaved: new Map(),
  loose: new Map(),
  drops: [],
  isDurable: true,
});
