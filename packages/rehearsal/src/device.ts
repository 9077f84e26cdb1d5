// The phone of whoever is on stage: storage of its own, the address it was opened with, and a network that reaches
// the rehearsal's own addresses, such as those of uploads.
import { browserEnvironment, type Environment } from '@fanfare/core';
import type { Storage } from '@fanfare/core/storage';
import { ENDPOINT } from './backend.js';

/** What phones keep: by device, then by key. */
export type Drawers = Record<string, Record<string, unknown>>;

/** Runs a look at the drawers, or a change of them. */
export type UseDrawers = <T>(work: (drawers: Drawers) => T) => Promise<T>;

/** Storage of one device. */
export function storageOf(device: string, use: UseDrawers): Storage {
  const inDrawer = <T>(work: (drawer: Record<string, unknown>) => T) =>
    use((drawers) => {
      drawers[device] ??= {};
      return work(drawers[device]);
    });
  return {
    durable: true,
    get: <T>(key: string) => inDrawer((drawer) => drawer[key] as T | undefined),
    set: (key, value) =>
      inDrawer((drawer) => {
        drawer[key] = value;
      }),
    delete: (key) =>
      inDrawer((drawer) => {
        delete drawer[key];
      }),
    update: <T>(key: string, change: (old: T | undefined) => T) =>
      inDrawer((drawer) => {
        const next = change(drawer[key] as T | undefined);
        drawer[key] = next;
        return next;
      }),
  };
}

/** The world as that phone sees it; `invite` is the code in the link that it was opened with. */
export function worldOf(
  storage: Storage,
  fetch: (request: Request) => Promise<Response>,
  invite: () => string | undefined,
): Environment {
  const page = browserEnvironment();
  return {
    ...page,
    storage,
    fetch: (request) => (request.url.startsWith(ENDPOINT) ? fetch(request) : page.fetch(request)),
    location() {
      const [address, code] = [page.location(), invite()];
      if (address && code) address.searchParams.set('invite', code);
      return address;
    },
  };
}
