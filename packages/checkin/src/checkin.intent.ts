// Taps that are not answered: kept from before the request until the answer, so that a reload, a crash or another tab
// asks again with the same key and the same words.
//
//   page   tap -> keep {key 1} ---> POST (key 1) ---> server: day is in
//          X reload                 <--- lost ------- 200
//          find {key 1} ----------> POST (key 1) ---> the same answer
import { createId, type Environment } from '@fanfare/core';
import { nameOf, type Picture, type Wish } from './checkin.wish.js';

export interface Intent {
  /** Idempotency key. */
  key: string;
  /** Whose tap it was. */
  participant: string;
  wish: Wish;
  /** The wish's name when it was kept: it stays when its pictures become uploads. */
  name: string;
  /** The page's channel at the tap: a key goes with one body. */
  channel?: string | undefined;
  /** Unix ms after which it is nobody's wish any more: a tap is meant for its day. */
  until: number;
}

export type NewIntent = Omit<Intent, 'key' | 'name'>;

/** Pictures as they can be kept. */
export const picturesOf = (photos: readonly Blob[]): Promise<Picture[]> =>
  Promise.all(photos.map(async (photo) => ({ type: photo.type, bytes: await photo.arrayBuffer() })));

export interface Intents {
  /** The oldest unanswered tap of this participant. */
  find(participant: string): Promise<Intent | undefined>;
  /** Keeps a new tap, or takes over the unanswered one for the same thing. */
  keep(fresh: NewIntent): Promise<Intent>;
  /** Its pictures are with the backend: from now on their ids are kept in place of them. */
  uploaded(intent: Intent, uploads: readonly string[]): Promise<Intent>;
  /** It was answered. */
  finish(intent: Intent): Promise<void>;
}

export function createIntents(activity: string, environment: Environment, now: () => number): Intents {
  const { storage } = environment;
  const place = `checkin:${activity}`;
  const openOf = (kept: Intent[] | undefined, participant: string) =>
    (kept ?? []).filter((one) => one.participant === participant && now() < one.until);

  return {
    async find(participant) {
      return openOf(await storage.get<Intent[]>(place), participant)[0];
    },
    async keep(fresh) {
      const mine = { ...fresh, key: createId(environment), name: nameOf(fresh.wish) };
      const same = ({ name }: Intent) => name === mine.name;
      const kept = await storage.update<Intent[]>(place, (old) => {
        const open = openOf(old, fresh.participant);
        return open.some(same) ? open : [...open, mine];
      });
      return kept.find(same) ?? mine;
    },
    async uploaded(intent, uploads) {
      const { photos: _, ...wish } = intent.wish as Extract<Wish, { kind: 'today' }>;
      const next = { ...intent, wish: { ...wish, uploads } };
      await storage.update<Intent[]>(place, (old) =>
        (old ?? []).map((one) => (one.key === intent.key ? next : one)),
      );
      return next;
    },
    async finish({ key }) {
      await storage.update<Intent[]>(place, (old) => (old ?? []).filter((one) => one.key !== key));
    },
  };
}
