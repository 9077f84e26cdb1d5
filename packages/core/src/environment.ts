// Every effect that core and the widgets need, behind one object, so that a test brings its own world.

import { createStorage, type Storage } from './storage.js';

/** The world around as far as a widget that stands alone needs it. */
export type World = Omit<Environment, 'storage' | 'random' | 'location'>;

/** The world around, but for what it remembers: for whoever keeps things in a place of their own. */
export type OpenWorld = Omit<Environment, 'storage'>;

/** The world around: time, chance, timers, network, storage and the page's signals. */
export interface Environment {
  /** Milliseconds that never jump (`performance.now`). */
  monotonic(): number;
  /** The device's idea of unix time in ms; users and networks change it. */
  wall(): number;
  /** Uniform in [0, 1): for jitter and seeds, never for prizes. */
  random(): number;
  /** Runs `work` once after `ms`; returns the cancel function. */
  after(ms: number, work: () => void): () => void;
  fetch(request: Request): Promise<Response>;
  storage: Storage;
  /** Where `online`, `pageshow` and the like are heard; undefined on a server. */
  window: EventTarget | undefined;
  /** Where `visibilitychange` is heard. */
  document: (EventTarget & { readonly visibilityState: string }) | undefined;
  /** The page's address. */
  location(): URL | undefined;
}

const randomOf = () => {
  const word = new Uint32Array(1);
  crypto.getRandomValues(word);
  return word[0]! / 2 ** 32;
};

let world: World | undefined;

/** The page's own world: one for all, as there is one page. */
export function browserWorld(): World {
  world ??= {
    monotonic: () => performance.now(),
    wall: () => Date.now(),
    after(ms, work) {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    fetch: (request) => fetch(request),
    window: typeof window === 'undefined' ? undefined : window,
    document: typeof document === 'undefined' ? undefined : document,
  };
  return world;
}

/** The page's world with its address and chance. */
export const browserOpenWorld = (): OpenWorld => ({
  ...browserWorld(),
  random: randomOf,
  location: () => (typeof window === 'undefined' ? undefined : new URL(window.location.href)),
});

let page: Environment | undefined;

/** The page's world with its storage, its address and chance. */
export function browserEnvironment(): Environment {
  page ??= { ...browserOpenWorld(), storage: createStorage('fanfare') };
  return page;
}
