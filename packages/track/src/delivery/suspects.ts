// Events that were refused alone, with no word on which: perhaps the event is at fault, perhaps the server is. They
// stand aside until another event is accepted, and are then heard once more.
import type { Row } from '../event/row.js';

export interface Suspects {
  has(key: string): boolean;
  keys(): Iterable<string>;
  /** False when too many were refused in a row: then the server is the more likely culprit. */
  add(row: Row): boolean;
  /** An event was accepted: the server works. */
  prove(): void;
  /** One to be heard again, if the server is known to work. */
  next(): Row | undefined;
}

const IN_A_ROW = 10;

export function createSuspects(): Suspects {
  const suspects = new Map<string, Row>();
  let isProven = false;
  let inARow = 0;
  return {
    has: (key) => suspects.has(key),
    keys: () => suspects.keys(),
    add(row) {
      suspects.set(row.key, row);
      isProven = false;
      inARow = (inARow + 1) % IN_A_ROW;
      return inARow > 0;
    },
    prove() {
      isProven = true;
      inARow = 0;
    },
    next() {
      const [first] = isProven ? suspects.values() : [];
      if (first) suspects.delete(first.key);
      return first;
    },
  };
}
