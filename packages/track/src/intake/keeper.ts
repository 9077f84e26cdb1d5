// Takes events in: one transaction for all events of a turn.
//
//   track -> page state -> (microtask) append -> 'stored'
//                               the disk refuses: see fallback.ts
import type { Row } from '../event/row.js';
import type { Database } from './database.js';
import type { PageState } from './page-state.js';

/** What became of an event: on disk, in memory only, or not kept. */
export type Kept = 'stored' | 'memory' | 'dropped';
/** By key, where it is not the usual. */
export type KeptRows = Map<string, Kept>;

export interface KeeperOptions {
  append: Database['append'];
  state: PageState;
  tell(keys: readonly string[], kept: Kept): void;
  /** Keeps the store within its bounds after these came in; gives the keys that had to go. */
  trim(rows: readonly Row[]): Promise<readonly string[]>;
  /** The disk did not take these. */
  fallback(rows: readonly Row[], error: unknown): Promise<KeptRows | undefined>;
}

export interface Keeper {
  keep(row: Row): Promise<Kept>;
  /** Settles when these are on disk. */
  store(rows: readonly Row[]): Promise<void>;
}

export function createKeeper({ append, state, tell, trim, fallback }: KeeperOptions): Keeper {
  const { rows: known, unsaved, loose } = state;
  let waiting: Row[] = [];
  let turn: Promise<KeptRows | undefined> | undefined;

  async function store(rows: readonly Row[]): Promise<void> {
    await append(rows);
    const keys = rows.map(({ key }) => key);
    for (const key of keys) {
      unsaved.delete(key);
      loose.delete(key);
    }
    tell(keys, 'stored');
  }

  async function commit(): Promise<KeptRows | undefined> {
    // Consent may have gone in between.
    const rows = waiting.filter(({ key }) => known.has(key));
    waiting = [];
    turn = undefined;
    try {
      if (!state.isDurable) throw undefined;
      await store(rows);
      return new Map((await trim(rows)).map((key) => [key, 'dropped']));
    } catch (error) {
      return fallback(rows, error);
    }
  }

  return {
    store,
    keep(row) {
      known.set(row.key, row);
      unsaved.set(row.key, row);
      waiting.push(row);
      turn ??= Promise.resolve().then(commit);
      // Without the part that falls back it is in memory, and in the airbag when the page goes.
      return turn.then((kept) => (kept ? kept.get(row.key) || 'stored' : 'memory'));
    },
  };
}
