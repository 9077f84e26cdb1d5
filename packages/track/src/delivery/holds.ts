// What was sent while leaving, its answer unread, is most likely there: no page sends it again for a minute. Written
// to localStorage, because a page that is being left can still do so and finish.
import type { Local } from '../intake/local.js';
import { HOLD_MS } from '../limits.js';
import { isWithin } from './table.js';

/** Between the tracker's name and the page's id. */
export const HOLD = ':hold:';

export interface Holds {
  /** Holds these, in place of what this page held before. */
  hold(keys: readonly string[], now: number): void;
  /** What any page holds, and how many ms until the first of it is free. */
  read(now: number): { keys: string[]; wait: number | undefined };
}

export function createHolds(local: Local, prefix: string, pid: string): Holds {
  const parse = (name: string): { since: number; until: number; keys: string[] } | undefined => {
    try {
      return JSON.parse(local.read(name) ?? '');
    } catch {
      return undefined;
    }
  };
  return {
    hold(keys, since) {
      if (keys.length === 0) local.remove(prefix + pid);
      else local.write(prefix + pid, JSON.stringify({ since, until: since + HOLD_MS, keys }));
    },
    read(now) {
      const keys: string[] = [];
      let wait: number | undefined;
      for (const name of local.keys()) {
        if (!name.startsWith(prefix)) continue;
        const hold = parse(name);
        if (!hold || !isWithin(now, hold)) {
          local.remove(name);
          continue;
        }
        keys.push(...hold.keys);
        wait = Math.min(wait ?? HOLD_MS, hold.until - now);
      }
      return { keys, wait };
    },
  };
}
