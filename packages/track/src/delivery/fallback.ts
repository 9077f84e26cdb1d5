// Where the disk fails: room is made on a full one; else memory, a word to the host, and the disk again every 30 s.
import type { OpenWorld } from '@fanfare/core/environment';
import type { Row } from '../event/row.js';
import { timeOf } from '../event/row-time.js';
import type { Keeper, KeptRows } from '../intake/keeper.js';
import type { PageState } from '../intake/page-state.js';
import type { Ledger } from '../ledger.js';
import { LOOSE_MS, MEMORY_EVENTS, RETRY_STORAGE_MS } from '../limits.js';

export interface FallbackOptions {
  state: PageState;
  world: Pick<OpenWorld, 'after'>;
  ledger: Pick<Ledger, 'tell' | 'emit'>;
  store: Keeper['store'];
  relieve(rows: readonly Row[]): Promise<unknown>;
  /** What is only in memory goes soon. */
  soon(ms: number): void;
}

export function createFallback({ state, world, ledger, store, relieve, soon }: FallbackOptions) {
  const { rows: known, unsaved, loose } = state;

  function restore() {
    store([...loose.values()]).then(
      () => {
        state.isDurable = true;
        ledger.emit('restored', undefined);
      },
      () => world.after(RETRY_STORAGE_MS, restore),
    );
  }

  function degrade(reason: unknown) {
    if (!state.isDurable) return;
    state.isDurable = false;
    ledger.emit('degraded', { reason: String(reason) });
    world.after(RETRY_STORAGE_MS, restore);
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

  return async (rows: readonly Row[], error: unknown): Promise<KeptRows> => {
    let problem = error;
    if (state.isDurable)
      try {
        if (Object(error).name === 'QuotaExceededError') await relieve(rows);
        await store(rows.filter(({ key }) => known.has(key)));
        return new Map();
      } catch (again) {
        problem = again;
      }
    const left = rows.filter(({ key }) => known.has(key));
    const kept: KeptRows = new Map(rows.map(({ key }) => [key, 'dropped']));
    if (left.length === 0) return kept;
    degrade(problem);
    for (const { key } of left) kept.set(key, 'memory');
    const gone = loosen(left);
    for (const key of gone) kept.set(key, 'dropped');
    ledger.tell(gone, 'dropped');
    ledger.tell(
      left.map(({ key }) => key).filter((key) => loose.has(key)),
      'memory',
    );
    soon(LOOSE_MS);
    return kept;
  };
}
