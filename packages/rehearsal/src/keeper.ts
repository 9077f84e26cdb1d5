// Keeps a rehearsal where reloads and other tabs find it. Each tab has a store of its own in memory; before it does
// anything it reads what others have done, and afterwards it writes down what it did, one tab at a time:
//
//   tab A   | lock | read, answer, write |
//   tab B          .   waits             | lock | read: what A has done, answer, write |
import { createStorage, type Storage } from '@fanfare/core/storage';

/** What is kept, and how a tab takes it up. */
export interface Kept<State> {
  /** The tab's state goes on from this one; undefined: nothing is kept any more, or nothing yet. */
  take(state: State | undefined): Promise<void>;
  /** The tab's state now. */
  give(): Promise<State>;
  /** Whether it was changed since it was last given. */
  hasChanged(): boolean;
}

/** One tab at a time. */
export interface Keeper {
  /** Runs `work` over the newest state; nobody else changes it meanwhile. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Tells other tabs that there is something new to be seen. */
  tell(): void;
  close(): void;
}

function inTurn() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work);
    last = result.catch(() => {});
    return result;
  };
}

/** Nothing is kept: tasks of this page wait for each other. */
export const keepNothing = (): Keeper => ({ alone: inTurn(), tell() {}, close() {} });

/** Keeps the state in IndexedDB under `name`; `heard` runs when another tab has told of something new. */
export function keepUnder<State>(name: string, kept: Kept<State>, heard: () => void): Keeper {
  const storage: Storage = createStorage(`fanfare-rehearsal-${name}`);
  const ownTurn = inTurn();
  let mine: string | undefined;
  // Without the lock (plain http) tabs still see each other, and may overwrite what happens at the same moment.
  const { locks } = navigator;
  const exclusively = <T>(work: () => Promise<T>): Promise<T> =>
    locks ? (locks.request(`fanfare-rehearsal-${name}`, work) as Promise<T>) : ownTurn(work);

  const pull = async () => {
    const newest = await storage.get<string>('revision');
    if (newest !== undefined && newest === mine) return;
    await kept.take(await storage.get<State>('state'));
    mine = newest;
  };
  const push = async () => {
    if (mine !== undefined && !kept.hasChanged()) return;
    const next = `${Date.now()}-${performance.now()}`;
    await storage.set('state', await kept.give());
    await storage.set('revision', next);
    mine = next;
  };
  const channel = new BroadcastChannel(`fanfare-rehearsal-${name}`);
  channel.onmessage = heard;
  return {
    alone: (work) =>
      exclusively(async () => {
        await pull();
        try {
          return await work();
        } finally {
          await push();
        }
      }),
    tell: () => channel.postMessage('changed'),
    close: () => channel.close(),
  };
}
