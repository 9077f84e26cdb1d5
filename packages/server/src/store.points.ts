// The store's part for points: a ledger that only grows, and the balance it adds up to.
import type { Owner } from './store.owner.js';

/** One movement of points. `(owner, id)` is unique: what it is for gives points once. Never changed. */
export interface StoredPoints extends Owner {
  /** Names what it is for: `checkin:2027-01-01`, `milestone:1:7`, `shop:<reward>`. */
  id: string;
  /** Above 0 when earned, below 0 when spent. */
  change: number;
  /** As the protocol names it: `checkin`, `milestone`, `make_up`, `draw`, `tier`, `shop`. */
  reason: string;
  /** The day, prize or item. */
  subject: string | null;
  /** Unix ms. */
  at: number;
}

/** What may be read of points. */
export interface PointsReader {
  /** The sum of all entries. Below 0 only after a link, see {@link PointsTransaction.absorbPoints}. */
  balance(owner: Owner): Promise<number>;
  /** The newest entries, newest first. */
  pointEntries(owner: Owner, limit: number): Promise<StoredPoints[]>;
}

/** What may be done with points. */
export interface PointsTransaction extends PointsReader {
  /**
   * Adds an entry and its change to the balance, both or neither. `known` when the owner has an entry of that id,
   * `short` when it would spend more than there is. The owner must be locked.
   */
  addPoints(entry: StoredPoints): Promise<'added' | 'known' | 'short'>;
  /**
   * A guest's entries become the member's, except those whose id the member has too: nothing is earned twice. What was
   * spent on both sides may exceed what was earned; the member then owes it to the next entries.
   */
  absorbPoints(activity: string, guest: string, member: string): Promise<void>;
}
