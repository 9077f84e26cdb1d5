// A tap that is not finished: kept from before the request until its result was seen, so that a reload, a crash or
// another tab asks again with the same key and gets the same draw.
//
//   tab A   tap -> keep {key 1} ---> draw(key 1) ---> X closed
//   tab B   tap -> finds {key 1} --> draw(key 1) ---> the same draw, one chance
import { createId, type Environment } from '@fanfare/core';

/** One tap, as it is kept. */
export interface Intent {
  /** Idempotency key of the draw. */
  key: string;
  /** Whose tap it was. */
  participant: string;
  /** Mixed into the outcome by the backend. */
  client_seed: string;
  /** One-time code that opens the draw. */
  code?: string | undefined;
  /** Unix ms. */
  at: number;
}

/** Backends keep the answers of keys at least this long; an older tap is nobody's wish any more. */
const LIFE_MS = 24 * 3_600_000;

export interface Intents {
  /** The unfinished tap of this participant; that of another one, or an old one, is dropped. */
  find(participant: string): Promise<Intent | undefined>;
  /** Keeps a new tap, or takes over the one that is unfinished. */
  keep(participant: string, code: string | undefined): Promise<Intent>;
  /** The result was seen, or there will be none. */
  finish(intent: Intent): Promise<void>;
}

/** The kept tap of an activity, in the storage that all its tabs share. */
export function createIntents(activity: string, environment: Environment, now: () => number): Intents {
  const { storage } = environment;
  const name = `lottery:${activity}`;
  const isOpen = (kept: Intent | null | undefined, participant: string): kept is Intent =>
    !!kept && kept.participant === participant && now() - kept.at < LIFE_MS;

  return {
    async find(participant) {
      const kept = await storage.get<Intent | null>(name);
      if (isOpen(kept, participant)) return kept;
      if (kept) await this.finish(kept);
      return undefined;
    },
    async keep(participant, code) {
      const fresh: Intent = {
        key: createId(environment),
        participant,
        client_seed: createId(environment),
        ...(code && { code }),
        at: now(),
      };
      const kept = await storage.update<Intent | null>(name, (old) =>
        isOpen(old, participant) ? old : fresh,
      );
      return kept ?? fresh;
    },
    async finish({ key }) {
      await storage.update<Intent | null>(name, (old) => (old?.key === key ? null : (old ?? null)));
    },
  };
}
