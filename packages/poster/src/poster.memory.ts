// The nickname that a person gave, for the next visit to the same activity.
import type { Activity } from '@fanfare/core';

export interface Memory {
  read(): Promise<string | undefined>;
  write(nickname: string): Promise<void>;
}

/** Forgets where there is no activity, and where a phone stores nothing. */
export function rememberName(activity: Activity | null): Memory {
  const storage = activity?.environment.storage;
  const key = `poster:${activity?.id}`;
  return {
    read: async () => {
      const stored = await storage?.get(key).catch(() => undefined);
      return typeof stored === 'string' ? stored : undefined;
    },
    write: async (nickname) => {
      await storage?.set(key, nickname).catch(() => {});
    },
  };
}
