// What core and a tracking client know of each other. Free of signals and preact, as tracking is.
import type { Transport } from './transport/transport.js';

/** What core asks of a tracking client; `@fanfare/track` implements it, and so can a host. Must never throw. */
export interface Track {
  /** Records that something happened: `lottery.drawn` and its properties. Never a token, never personal data. */
  track(name: string, properties?: Record<string, unknown>): unknown;
  /**
   * Called once by `createActivity`, so that the tracker can use the same backend and say where its events
   * happened. Returns the function that ends it.
   */
  attach?(activity: TrackedActivity, connection: TrackConnection): () => void;
}

/** A value that can be read and watched, as a signal can. */
export interface Watchable<T> {
  peek(): T;
  /** Calls at once and at every change, until the returned function is called. */
  subscribe(listener: (value: T) => void): () => void;
}

/** What a tracker may read of an activity. */
export interface TrackedActivity {
  readonly id: string;
  /** Unix ms by the server's clock. */
  now(): number;
  readonly channel: Watchable<string | undefined>;
  readonly locale: Watchable<string>;
  readonly currentPhase: Watchable<string | undefined>;
  readonly participant: Watchable<{ readonly id: string } | null>;
  readonly definition: Watchable<
    | {
        readonly version: number;
        /** RFC 3339. */
        readonly schedule: { readonly start_at: string; readonly end_at: string };
        /** The window in which pages spread what they all would send at one moment. */
        readonly jitter_seconds: number;
      }
    | undefined
  >;
}

/** The way to the backend, as the activity was given it. */
export interface TrackConnection {
  endpoint?: string | undefined;
  transport?: Transport | ((request: Request) => Promise<Response>) | undefined;
}
