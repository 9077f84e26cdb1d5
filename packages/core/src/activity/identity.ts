// Who the participant is to the backend: a member by the host's token, or a guest by a secret that this device
// keeps. Tokens live in memory only.
import type { GuestPolicy, Me } from '@fanfare/protocol';
import { guestCreate, participantGet } from '@fanfare/protocol/routes';
import type { Result } from '../api.js';
import type { Environment } from '../environment.js';
import type { Send, TokenSource } from './activity.js';

export interface IdentityOptions {
  send: Send;
  storage: Environment['storage'];
  /** Where the guest's secret is kept. */
  secretKey: string;
  now: () => number;
  hostToken: TokenSource;
}

export interface Identity {
  /** Signs in as whoever there is and loads the state; undefined where nobody may. */
  load(policy: () => Promise<GuestPolicy>): Promise<Result<Me | undefined>>;
  /** Reads the state again; undefined when it has not changed. */
  reload(): Promise<Result<Me | undefined>>;
  /** A token that is still good, or undefined for nobody. */
  token(): Promise<string | undefined>;
  /** Drops a token that the backend refused. */
  forget(): void;
}

const EARLY_MS = 60_000;
const UNKNOWN_LIFE_MS = 5 * 60_000;

export function createIdentity({ send, storage, secretKey, now, hostToken }: IdentityOptions): Identity {
  let credential: { token: string; until: number } | undefined;
  let isGuest = false;
  let etag: string | undefined;
  /** The sign-in under way. Whoever needs a token waits for it, or would go on as who was here before:
   *
   *    load   hostToken() ---> member
   *    poll       token() ---> still a guest: enters again, and the page falls back to the guest
   */
  let loading: Promise<unknown> = Promise.resolve();

  const keep = (token: string, until: number) => {
    credential = { token, until: until - EARLY_MS };
    return token;
  };

  async function fromHost(): Promise<string | undefined> {
    const token = await hostToken();
    return token ? keep(token, expiryOf(token) ?? now() + UNKNOWN_LIFE_MS) : undefined;
  }

  /** With a host token, the guest of this device becomes part of the member, once. */
  async function enter(token?: string): Promise<Result<Me | undefined>> {
    const secret = await storage.get<string>(secretKey);
    const entered = await send(guestCreate, { body: secret ? { secret } : {}, token });
    if (!entered.ok) {
      if (entered.failure.retryable || !secret || entered.failure.code === 'guest_forbidden') return entered;
      // The backend does not know this secret any more: start afresh rather than fail for ever.
      await storage.delete(secretKey);
      return token ? readState(token) : enter();
    }
    const value = entered.value!;
    if (value.token)
      keep(value.token, value.expires_at ? Date.parse(value.expires_at) : now() + UNKNOWN_LIFE_MS);
    if (token) await storage.delete(secretKey);
    else if (value.secret) await storage.set(secretKey, value.secret);
    return { ok: true, value: value.me };
  }

  async function readState(token: string): Promise<Result<Me | undefined>> {
    const state = await send(participantGet, { token, etag });
    if (state.ok) etag = state.etag ?? etag;
    return state;
  }

  async function signIn(policy: () => Promise<GuestPolicy>): Promise<Result<Me | undefined>> {
    credential = undefined;
    etag = undefined;
    const token = await fromHost();
    isGuest = !token;
    if (token) return (await storage.get(secretKey)) ? enter(token) : readState(token);
    return (await policy()) === 'none' ? { ok: true, value: undefined } : enter();
  }

  return {
    load(policy) {
      // One after the other: of two sign-ins the later one counts.
      const signingIn = loading.then(() => signIn(policy));
      loading = signingIn.catch(() => {});
      return signingIn;
    },
    async reload() {
      const token = await this.token();
      if (!token) return { ok: true, value: undefined };
      return readState(token);
    },
    async token() {
      await loading;
      if (credential && now() < credential.until) return credential.token;
      if (!isGuest) return fromHost();
      await enter();
      return credential?.token;
    },
    forget() {
      credential = undefined;
    },
  };
}

/** The `exp` of a JWT in ms; undefined when it cannot be read. Only a hint of when to ask for the next one. */
function expiryOf(token: string): number | undefined {
  try {
    const payload = JSON.parse(atob(token.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/'))) as {
      exp?: unknown;
    };
    return typeof payload.exp === 'number' ? payload.exp * 1000 : undefined;
  } catch {
    return undefined;
  }
}
