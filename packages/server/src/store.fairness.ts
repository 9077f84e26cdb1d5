// The store's part for fairness: epochs, and the log of draws that the sealer chains.
import type { StoredDraw, StoredEpoch } from './store.js';

/** The newest entry of an activity's log. */
export interface LogHead {
  /** 1, 2, 3 ... without a gap. */
  sequence: number;
  /** Hex; holds the hash of the entry before. */
  hash: string;
}

/** A draw in the log. */
export type SealedDraw = StoredDraw & LogHead;

/** What may be read of the log. */
export interface FairnessReader {
  /** All epochs of an activity, oldest first. */
  epochs(activity: string): Promise<StoredEpoch[]>;
  /** The newest entry; null while there is none. */
  logHead(activity: string): Promise<LogHead | null>;
  /** Up to `limit` entries behind `after`, in their order. */
  sealedDraws(activity: string, after: number, limit: number): Promise<SealedDraw[]>;
  /** A draw's place in the log; null when it has none yet. */
  sealedAt(activity: string, draw: string): Promise<number | null>;
  /** Up to `limit` committed draws that have no place in the log yet, in the order of their ids. */
  unsealedDraws(activity: string, limit: number): Promise<StoredDraw[]>;
}

/** What may be done with the log. */
export interface FairnessTransaction extends FairnessReader {
  /** Gives draws their places. Throws when a draw or a place is taken. */
  sealDraws(activity: string, sealed: readonly (LogHead & { draw: string })[]): Promise<void>;
}
