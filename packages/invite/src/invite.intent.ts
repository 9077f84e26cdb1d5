// Taps that are not finished: each is kept from before the request until its answer, so that a reload, a crash or
// another tab asks again with the same key and it happens once.
//
//   tab A   tap -> keep {key 1} ---> claim(key 1) ---> X closed
//   tab B   finds {key 1} ---------> claim(key 1) ---> the same reward
import { createId, type Environment } from '@fanfare/core';
import type { DeedId } from './invite.state.js';

export interface Intent {
  /** Idempotency key. */
  key: string;
  /** Whose tap it was. */
  participant: string;
  body: object;
  /** Unix ms. */
  at: number;
}

type Kept = { [id: DeedId]: Intent };

/** Backends keep the answers of keys at least this long; an older tap is nobody's wish any more. */
const LIFE_MS = 24 * 3_600_000;

export interface Intents {
  /** The unfinished taps of this participant. */
  list(participant: string): Promise<[DeedId, Intent][]>;
  /** Keeps a new tap, or takes over the one that is unfinished. */
  keep(id: DeedId, participant: string, body: object): Promise<Intent>;
  /** It was answered. */
  finish(id: DeedId, intent: Intent): Promise<void>;
}

export function createIntents(activity: string, environment: Environment, now: () => number): Intents {
  const { storage } = environment;
  const name = `invite:${activity}`;
  /** What must not lie around on a device, such as an address, is remembered until the page goes only. */
  const secret: Kept = {};
  const isOpen = (kept: Intent | undefined, participant: string): kept is Intent =>
    !!kept && kept.participant === participant && now() - kept.at < LIFE_MS;
  const takeOver = (kept: Intent | undefined, fresh: Intent): Intent =>
    isOpen(kept, fresh.participant) && JSON.stringify(kept.body) === JSON.stringify(fresh.body)
      ? kept
      : fresh;

  return {
    async list(participant) {
      const kept = (await storage.get<Kept>(name)) ?? {};
      return (Object.entries(kept) as [DeedId, Intent][]).filter(([, intent]) => isOpen(intent, participant));
    },
    async keep(id, participant, body) {
      const fresh: Intent = { key: createId(environment), participant, body, at: now() };
      if (id.startsWith('reward:')) {
        secret[id] = takeOver(secret[id], fresh);
        return secret[id]!;
      }
      const all = await storage.update<Kept>(name, (old = {}) => ({
        ...old,
        [id]: takeOver(old[id], fresh),
      }));
      return all[id] ?? fresh;
    },
    async finish(id, { key }) {
      delete secret[id];
      await storage.update<Kept>(name, (old = {}) =>
        Object.fromEntries(Object.entries(old).filter(([at, intent]) => at !== id || intent.key !== key)),
      );
    },
  };
}
