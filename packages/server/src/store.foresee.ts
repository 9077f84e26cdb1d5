// The store's part for speed: told what a draw is going to ask for, a store may read it all at once and write it all at
// once. Every verb keeps its meaning, foreseen or not.
import type { Owner } from './store.owner.js';

/** What a draw's transaction is going to ask for. */
export interface Foreseen extends Owner {
  route: string;
  key: string;
  /** The name it will lock first. */
  lock: string;
  /** The day whose draws it will count. */
  day: string;
}

/** What may be told in a transaction. */
export interface ForesightTransaction {
  /** Says what comes next. A store may make use of it, or do nothing. */
  foresee(what: Foreseen): Promise<void>;
}
