// A small key-value store over IndexedDB that never fails its caller: where IndexedDB is missing, blocked,
// full or throwing, values live in memory until the page goes.
import { del, get, set, type UseStore, update } from 'idb-keyval';

export interface Storage {
  get<T>(key: string): Promise<T | undefined>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  /** Reads and writes in one transaction: of two tabs, the second sees what the first wrote. */
  update<T>(key: string, change: (old: T | undefined) => T): Promise<T>;
  /** Whether values survive a reload, as far as is known yet. */
  readonly durable: boolean;
}

/** IndexedDB may neither open nor fail (seen in private modes and blocked upgrades): then memory takes over. */
const PATIENCE_MS = 2000;

/**
 * One table of a database, opened on first use and again after it was closed under us; idb-keyval alone would keep
 * a dead handle. Unlike `createStorage`, it fails when IndexedDB does.
 */
export function openTable(name: string): UseStore {
  const table = 'values';
  let opened: Promise<IDBDatabase> | undefined;
  const open = () =>
    new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onupgradeneeded = () => request.result.createObjectStore(table);
      request.onerror = () => reject(request.error);
      request.onblocked = () => reject(new Error('IndexedDB is blocked'));
      request.onsuccess = () => {
        const forget = () => {
          opened = undefined;
        };
        request.result.onclose = forget;
        request.result.onversionchange = () => {
          request.result.close();
          forget();
        };
        resolve(request.result);
      };
    });
  const transact = async (mode: IDBTransactionMode) => {
    opened ??= open();
    return (await opened).transaction(table, mode).objectStore(table);
  };
  return async (mode, work) => {
    const table = await transact(mode).catch(() => {
      opened = undefined;
      return transact(mode);
    });
    return work(table);
  };
}

/** @param name The database's name; one per purpose. */
export function createStorage(name: string): Storage {
  const memory = new Map<string, unknown>();
  const store = openTable(name);
  let durable = typeof indexedDB !== 'undefined';

  async function attempt<T>(work: () => Promise<T>, fallback: () => T): Promise<T> {
    if (!durable) return fallback();
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const patience = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error('IndexedDB did not answer')), PATIENCE_MS);
      });
      return await Promise.race([work(), patience]);
    } catch {
      durable = false;
      return fallback();
    } finally {
      clearTimeout(timer);
    }
  }

  const inMemory = <T>(key: string) => memory.get(key) as T | undefined;
  return {
    get: (key) =>
      attempt(
        () => get(key, store),
        () => inMemory(key),
      ),
    set: (key, value) =>
      attempt(
        () => set(key, value, store),
        () => void memory.set(key, value),
      ),
    delete: (key) =>
      attempt(
        () => del(key, store),
        () => void memory.delete(key),
      ),
    async update<T>(key: string, change: (old: T | undefined) => T) {
      let result: T | undefined;
      const apply = (old: T | undefined) => {
        result = change(old);
        return result;
      };
      await attempt(
        () => update(key, apply, store),
        () => void memory.set(key, apply(inMemory(key))),
      );
      return result as T;
    },
    get durable() {
      return durable;
    },
  };
}
