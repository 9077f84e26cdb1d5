// Takes events in: one transaction for all events of a turn, memory where the disk fails.
//
//   track -> page state -> (microtask) append -> 'stored'
//                               quota: make room, once more -> 'stored'
//                               else: memory, say so, try the disk again every 30 s -> 'memory'
import type { World } from '@fanfare/core/environment';
import { type Row, timeOf } from '../event/row.js';
import { MEMORY_EVENTS, RETRY_STORAGE_MS } from '../limits.js';
import type { Database } from './database.js';
import type { PageState } from './page-state.js';

/** What became of an event: on disk, in memory only, or not kept. */
export type Kept = 'stored' | 'memory' | 'dropped';

export interface KeeperOptions {
  append: Database['append'];
  state: PageState;
  world: Pick<World, 'after'>;
  tell(keys: readonly string[], kept: Kept): void;
  /** Makes room on a full disk. */
  relieve(rows: readonly Row[]): Promise<unknown>;
  /** Keeps the store within its bounds after these came in; gives the keys that had to go. */
  trim(rows: readonly Row[]): Promise<readonly string[]>;
  /** The disk fails, for that reason, or works again. */
  onDurable(reason: unknown): void;
}

export interface Keeper {
  keep(row: Row): Promise<Kept>;
  /** Whether the disk is in use. */
  isDurable(): boolean;
}

export function createKeeper(options: KeeperOptions): Keeper {
  const { append, state, world, tell, relieve, trim, onDurable } = options;
  const { rows: known, unsaved, loose } = state;
  let waiting: Row[] = [];
  let turn: Promise<Map<string, Kept>> | undefined;
  let isDurable = true;

  /** Settles when they are on disk. */
  async function store(rows: readonly Row[]): Promise<void> {
    await append(rows);
    for (const { key } of rows) {
      unsaved.delete(key);
      loose.delete(key);
    }
    tell(
      rows.map(({ key }) => key),
      'stored',
    );
  }

  async function storeOrRelieve(rows: readonly Row[]): Promise<boolean> {
    try {
      await store(rows).catch(async (error) => {
        if (error && error.name === 'QuotaExceededError') await relieve(rows);
        // Wiped in between: nothing to keep any more.
        if (known.size > 0) await store(rows);
      });
      return true;
    } catch (error) {
      if (isDurable) {
        isDurable = false;
        onDurable(error);
        world.after(RETRY_STORAGE_MS, restore);
      }
      return false;
    }
  }

  function restore() {
    store([...loose.values()]).then(
      () => {
        isDurable = true;
        onDurable(undefined);
      },
      () => world.after(RETRY_STORAGE_MS, restore),
    );
  }

  /** Into memory; the least important beyond its bounds go. */
  function loosen(rows: readonly Row[]): string[] {
    for (const row of rows) loose.set(row.key, row);
    const gone = [...loose.keys()].sort((a, b) => Number(b[0]) - Number(a[0]));
    gone.length = Math.max(0, loose.size - MEMORY_EVENTS);
    for (const key of gone) {
      for (const map of [loose, unsaved, known]) map.delete(key);
      state.drops.push(['memory', timeOf(key)]);
    }
    return gone;
  }

  async function commit(): Promise<Map<string, Kept>> {
    const rows = waiting.filter(({ key }) => known.has(key));
    waiting = [];
    turn = undefined;
    const isStored = isDurable && (await storeOrRelieve(rows));
    const left = rows.filter(({ key }) => known.has(key));
    const gone = isStored ? await trim(left) : loosen(left);
    const kept = new Map<string, Kept>(rows.map(({ key }) => [key, isStored ? 'stored' : 'memory']));
    for (const { key } of rows) if (!known.has(key) && !isStored) kept.set(key, 'dropped');
    for (const key of gone) kept.set(key, 'dropped');
    if (!isStored) {
      tell(gone, 'dropped');
      tell([...loose.keys()], 'memory');
    }
    return kept;
  }

  return {
    isDurable: () => isDurable,
    keep(row) {
      known.set(row.key, row);
      unsaved.set(row.key, row);
      waiting.push(row);
      if (!turn) turn = Promise.resolve().then(commit);
      return turn.then((kept) => kept.get(row.key) || 'dropped');
    },
  };
}
