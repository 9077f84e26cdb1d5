// The server's own app over its memory store, and calls of it in somebody's name.
import { FanfareError } from '@fanfare/core';
import type { Me } from '@fanfare/protocol';
import { type App, createApp, type Store, seedDefinition } from '@fanfare/server';
import { type MemorySnapshot, memoryStore } from '@fanfare/server/memory';

/** Where requests of a page whose activity has a transport seem to go to. */
export const ENDPOINT = 'https://in-page.invalid';
/** Names the network that somebody comes from, where limits shall see one. */
export const NETWORK = 'Rehearsal-Network';

/** No secrets: nothing outside of this page ever sees them. A reload must know the tokens of before. */
const KEYS = {
  participant: [{ alg: 'HS256' as const, secret: 'rehearsal-participant-key-0123456789abcdef' }],
  guest: 'rehearsal-guest-key-0123456789abcdefghij',
  host: [{ key: 'rehearsal-host-key-0123456789' }],
  admin: [{ key: 'rehearsal-admin-key-0123456789' }],
};

/** A call of the app. */
export interface BackendCall {
  method?: 'GET' | 'POST';
  token?: string | undefined;
  key?: string;
  body?: object;
  network?: string;
}

/** A backend in the page. */
export interface Backend {
  fetch(request: Request): Promise<Response>;
  /** The answer's JSON; undefined where it was refused, since rules of the activity may not allow it. */
  call<T>(path: string, call?: BackendCall): Promise<T | undefined>;
  /** A token as the host would sign it. */
  tokenFor(sub: string, name: string): Promise<string>;
  /** Sends a fact as the host's server would. Throws when it is refused. */
  record(fact: { id: string; participant: string; name: string; value?: number }): Promise<void>;
  /** The participant's state. */
  me(token: string): Promise<Me | undefined>;
  /** Stores a definition, unless it stands there already. */
  stage(definition: unknown): Promise<void>;
  snapshot(): Promise<MemorySnapshot>;
  restore(snapshot: MemorySnapshot | undefined): Promise<void>;
  /** Whether something was written since it was last asked. */
  takeChanged(): boolean;
}

/** @param now Unix ms in the rehearsal. */
export function createBackend(activity: string, now: () => number): Backend {
  let hasChanged = false;
  let memory = memoryStore();
  let app: App;
  // A new app knows nothing of what it has read a moment ago, before the store was set back.
  const renew = () => {
    const store: Store = {
      ...memory,
      transaction(work) {
        hasChanged = true;
        return memory.transaction(work);
      },
    };
    app = createApp({
      store,
      keys: KEYS,
      clock: now,
      dev: true,
      networkOf: (request) => request.headers.get(NETWORK),
    });
    return store;
  };
  let store = renew();

  const send = (path: string, { method, token, key, body, network }: BackendCall) =>
    app.fetch(
      new Request(ENDPOINT + path, {
        method: method ?? (body ? 'POST' : 'GET'),
        headers: {
          ...(token && { Authorization: `Bearer ${token}` }),
          ...(key && { 'Idempotency-Key': key }),
          ...(network && { [NETWORK]: network }),
          ...(body && { 'Content-Type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      }),
    );
  const backend: Backend = {
    fetch: (request) => app.fetch(request),
    async call(path, call = {}) {
      const response = await send(path, call);
      return response.ok ? response.json() : undefined;
    },
    async tokenFor(sub, name) {
      const body = { activity, sub, name };
      const answer = await backend.call<{ token: string }>('/v1/dev/token', { body });
      return answer!.token;
    },
    async record(fact) {
      const path = `/v1/activities/${activity}/facts`;
      const response = await send(path, { token: KEYS.host[0]!.key, body: fact });
      if (response.ok) return;
      const { detail, title, errors = [] } = await response.json();
      throw new FanfareError(
        'rehearsal',
        'fact_refused',
        `the fact "${fact.name}" was refused: ${errors[0]?.detail ?? detail ?? title} Send one of the activity's own facts.`,
      );
    },
    me: (token) => backend.call<Me>(`/v1/activities/${activity}/me`, { token }),
    async stage(definition) {
      await seedDefinition(store, definition, { clock: now, source: 'the activity of the rehearsal' });
      store = renew();
    },
    snapshot: () => memory.snapshot(),
    async restore(snapshot) {
      memory = memoryStore();
      if (snapshot) await memory.restore(snapshot);
      store = renew();
    },
    takeChanged() {
      const changed = hasChanged;
      hasChanged = false;
      return changed;
    },
  };
  return backend;
}
