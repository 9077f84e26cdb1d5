// Everything a route may reach for: store, time, chance, keys. Made once by `createApp`.
import type { Random } from './ids.js';
import type { Keys } from './keys.js';
import type { Store } from './store.js';

/** Upper bounds of what callers may send. */
export interface Limits {
  /** Bytes of a request's body. @default 65536 */
  bodyBytes: number;
  /** Bytes of a definition that an operator sends. @default 1048576 */
  definitionBytes: number;
}

/** What routes work with. */
export interface Environment {
  store: Store;
  /** Unix ms; the one clock of all rules. */
  now(): number;
  random: Random;
  keys: Keys;
  /** Origins that may act beside those of the definitions. */
  origins: readonly string[];
  dev: boolean;
  limits: Limits;
}
