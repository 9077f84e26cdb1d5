// The store's part for fairness: epochs, draws, and the log of draws that the sealer chains.
import type { Owner } from './store.owner.js';

/** One commitment epoch: the seed that draws are picked with. A change of rules, prizes or weights opens a new one. */
export interface StoredEpoch {
  /** 1, 2, 3 ... within the activity. */
  epoch: number;
  /** 32 random bytes, hex. Secret until the close. */
  seed: string;
  /** SHA-256 of the seed's bytes, hex. */
  seed_hash: string;
  /** Canonical JSON of rules and prize table. */
  rules: string;
  /** SHA-256 of `rules`, hex. */
  rules_hash: string;
  /** The definition's version that opened it. */
  version: number;
  /** Unix ms. */
  opened_at: number;
  /** Unix ms; null while it is the newest. */
  closed_at: number | null;
}

/**
 * One draw. Kept for ever and under the identity that made it, since the pick is verified with it.
 * `(owner, epoch, nonce)` is unique, and so is each reward and each code among the draws of an activity.
 */
export interface StoredDraw extends Owner {
  id: string;
  /** Version of the definition that it was picked by. */
  version: number;
  epoch: number;
  nonce: number;
  client_seed: string;
  /** What stands for the participant in the public log. */
  participant_hash: string;
  /** What the weights picked, before stock and `from` had their say. */
  picked: string;
  outcome: 'won' | 'none';
  /** What the page lands on; null when there is no prize of kind `none`. */
  prize: string | null;
  reward: string | null;
  receipt: string;
  /** The one-time code that opened it; null when a chance was used. */
  code: string | null;
  /** Unix ms. */
  at: number;
}

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
