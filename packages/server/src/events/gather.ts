// Group commit: the events of many requests go to the store in one transaction. A request waits for the writes that
// are under way, then for its own, and is answered when it is committed; nothing waits for company.
import { withRaces } from '../lost-race.js';
import { type Store, type StoredEvent, StoreUnavailable } from '../store.js';
import { createDayKeeper } from './days.js';

/** Adds events of one project, no id twice, and answers the ids that were new once they are safe. */
export type AddEvents = (events: readonly StoredEvent[]) => Promise<ReadonlySet<string>>;

/** Bounds of a gathering. */
export interface GatherOptions {
  /** Writes at a time. @default 2 */
  width?: number;
  /** Events of a write; one request may have more. @default 2000 */
  most?: number;
}

interface Part {
  events: readonly StoredEvent[];
  resolve(added: ReadonlySet<string>): void;
  reject(error: unknown): void;
}

/** Gathers what is added at the same time. Every event belongs to the first request that brings it. */
export function gatherEvents(write: AddEvents, { width = 2, most = 2000 }: GatherOptions = {}): AddEvents {
  let waiting: Part[] = [];
  let running = 0;

  /** Those in front that are of one project, up to the bound. */
  function take(): Part[] {
    const project = waiting[0]?.events[0]?.project;
    const taken: Part[] = [];
    const left: Part[] = [];
    let size = 0;
    for (const part of waiting) {
      const isIn = part.events[0]?.project === project && (size === 0 || size + part.events.length <= most);
      if (isIn) size += part.events.length;
      (isIn ? taken : left).push(part);
    }
    waiting = left;
    return taken;
  }

  async function writeParts(parts: readonly Part[]): Promise<void> {
    const events = new Map<string, StoredEvent>();
    for (const part of parts)
      for (const event of part.events) if (!events.has(event.id)) events.set(event.id, event);
    try {
      const added = await write([...events.values()]);
      for (const { events: own, resolve } of parts)
        resolve(
          new Set(own.filter((one) => added.has(one.id) && events.get(one.id) === one).map(({ id }) => id)),
        );
    } catch (error) {
      // One request that the store cannot take spoils no other.
      if (parts.length > 1 && !(error instanceof StoreUnavailable))
        for (const part of parts) await writeParts([part]);
      else for (const { reject } of parts) reject(error);
    }
  }

  function pump(): void {
    while (running < width && waiting.length) {
      running++;
      writeParts(take()).finally(() => {
        running--;
        pump();
      });
    }
  }

  return (events) =>
    new Promise((resolve, reject) => {
      waiting.push({ events, resolve, reject });
      pump();
    });
}

/** Adds events to a store, those of many requests at a time. */
export function addToStore(store: Store): AddEvents {
  const prepareDays = createDayKeeper(store);
  return gatherEvents(async (events) => {
    await prepareDays(events);
    return withRaces(() => store.transaction((tx) => tx.addEvents(events)));
  });
}
