// Taps that are not answered: kept from before the request until the answer, so that a reload, a crash or another tab
// asks again with the same key and the same words.
//
//   page   tap -> keep {key 1} ---> POST (key 1) ---> server: day is in
//          X reload                 <--- lost ------- 200
//          find {key 1} ----------> POST (key 1) ---> the same answer
import { createId, type Environment } from '@fanfare/core';
import { nameOf, type Wish } from './checkin.wish.js';

export interface Intent {
  /** Idempotency key. */
  key: string;
  /** Whose tap it was. */
  participant: string;
  wish: Wish;
  /** The page's channel at the tap: a key goes with one body. */
  channel?: string | undefined;
  /** Unix ms after which it is nobody's wish any more: a tap is meant for its day. */
  until: number;
}

export type NewIntent = Omit<Intent, 'key'>;

export interface Intents {
  /** The oldest unanswered tap of this participant. */
  find(participant: string): Promise<Intent | undefined>;
  /** Keeps a new tap, or takes over the unanswered one for the same thing. */
  keep(fresh: NewIntent): Promise<Intent>;
  /** It was answered. */
  finish(intent: Intent): Promise<void>;
}

export function createIntents(activity: string, environment: Environment, now: () => number): Intents {
  const { storage } = environment;
  const name = `checkin:${activity}`;
  const openOf = (kept: Intent[] | undefined, participant: string) =>
    (kept ?? []).filter((one) => one.participant === participant && now() < one.until);

  return {
    async find(participant) {
      return openOf(await storage.get<Intent[]>(name), participant)[0];
    },
    async keep(fresh) {
      const mine = { ...fresh, key: createId(environment) };
      const same = ({ wish }: Intent) => nameOf(wish) === nameOf(fresh.wish);
      const kept = await storage.update<Intent[]>(name, (old) => {
        const open = openOf(old, fresh.participant);
        return open.some(same) ? open : [...open, mine];
      });
      return kept.find(same) ?? mine;
    },
    async finish({ key }) {
      await storage.update<Intent[]>(name, (old) => (old ?? []).filter((one) => one.key !== key));
    },
  };
}
