import type { OpenWorld } from '@fanfare/core/environment';
import { createId } from '@fanfare/core/identifier';
import type { Local } from '../intake/local.js';
import { SESSION_MS } from '../limits.js';

/** A visit of one tab, over reloads, until half an hour passes without an event. */
export interface Session {
  /** The id of the session in which something happens now. */
  id(now: number): string;
  /** Remembers it for the next page of this tab. */
  save(): void;
}

export function createSession(tab: Local, name: string, world: OpenWorld): Session {
  let [id, latest] = (tab.read(name) || ' 0').split(' ') as [string, string | number];
  return {
    id(now) {
      if (!id || !(now - Number(latest) < SESSION_MS)) id = createId(world);
      latest = now;
      return id;
    },
    save: () => void tab.write(name, `${id} ${latest}`),
  };
}
