// localStorage and sessionStorage whose very getters may throw (blocked cookies, sandboxed frames).

export interface Local {
  read(key: string): string | null;
  /** False where it could not be kept. */
  write(key: string, value: string): boolean;
  remove(key: string): void;
  keys(): string[];
}

export function openLocal(kind: 'localStorage' | 'sessionStorage'): Local {
  const attempt = <T>(work: (storage: Storage) => T, otherwise: T): T => {
    try {
      return work(globalThis[kind]);
    } catch {
      return otherwise;
    }
  };
  return {
    read: (key) => attempt((storage) => storage.getItem(key), null),
    write: (key, value) =>
      attempt((storage) => {
        storage.setItem(key, value);
        return true;
      }, false),
    remove: (key) => attempt((storage) => storage.removeItem(key), undefined),
    keys: () => attempt((storage) => Object.keys(storage), []),
  };
}
