// What an activity offers to the host and to widgets. `createActivity` makes one.
import type {
  AnsweredRoute,
  AnswerOf,
  Live,
  Participant,
  Phase,
  PublicActivity,
  Route,
  Sections,
} from '@fanfare/protocol';
import type { ReadonlySignal } from '@preact/signals-core';
import type { CallOptions, Result } from '../api.js';
import type { Clock } from '../clock/clock.js';
import type { Emitter } from '../emitter.js';
import type { Environment } from '../environment.js';
import type { Track } from '../track.js';
import type { Failure, Transport } from '../transport/transport.js';

/** Sends a call of this activity; the value is undefined when nothing has changed since the given etag. */
export type Send = <Name extends AnsweredRoute>(
  route: Route<Name>,
  options?: CallOptions,
) => Promise<Result<AnswerOf<Name> | undefined>>;

/** A host-signed participant token, or nothing while nobody is signed in. */
export type TokenSource = () => Promise<string | null | undefined> | string | null | undefined;

export interface ActivityOptions {
  /** The activity's id on the backend. */
  id: string;
  /** Base URL of the backend; or give `transport`. */
  endpoint?: string | undefined;
  /** Another way to the backend: `createTransport({...})`, or `(Request) => Promise<Response>`. */
  transport?: Transport | ((request: Request) => Promise<Response>) | undefined;
  /** Called whenever a token is needed; omit it for guests. The token stays in memory. */
  token?: TokenSource | undefined;
  /** Delivery channel; beats the address's `channel_id`, which beats the stored one. */
  channel?: string | undefined;
  /** BCP 47 tag; default: the page's `lang`, else the device's language. */
  locale?: string | undefined;
  /** Hears what happens in the widgets. */
  tracker?: Track | undefined;
  /** The world to live in; only tests and rehearsals give one. */
  environment?: Environment | undefined;
}

export type ActivityEvents = {
  /** The phase has changed (or is known for the first time). */
  phase: { phase: Phase };
  /** A newer definition is in use. */
  change: { version: number };
  /** The participant is known, or is another one now. */
  participant: { participant: Participant | null };
  /** Something failed; the page goes on. */
  error: Failure;
};

export type ActivityStatus = 'loading' | 'ready' | 'failed';

export interface Activity {
  readonly id: string;
  /** Settles when the definition and the participant are known; rejects with a FanfareError when they cannot be loaded. */
  readonly ready: Promise<void>;
  /** Undefined until the definition is known. */
  readonly phase: Phase | undefined;
  /** Unix ms by the server's clock. */
  now(): number;
  on: Emitter<ActivityEvents>['on'];
  /** Loads definition and participant again; call it after signing in or out. */
  refresh(): Promise<void>;
  update(change: Pick<ActivityOptions, 'locale' | 'channel' | 'token'>): void;
  destroy(): void;

  readonly environment: Environment;
  readonly clock: Clock;
  readonly tracker: Track | undefined;
  readonly status: ReadonlySignal<ActivityStatus>;
  readonly participantStatus: ReadonlySignal<ActivityStatus>;
  readonly failure: ReadonlySignal<Failure | undefined>;
  readonly definition: ReadonlySignal<PublicActivity | undefined>;
  readonly currentPhase: ReadonlySignal<Phase | undefined>;
  readonly participant: ReadonlySignal<Participant | null>;
  readonly live: ReadonlySignal<Live | undefined>;
  readonly locale: ReadonlySignal<string>;
  readonly channel: ReadonlySignal<string | undefined>;
  /**
   * What keeps a widget from being of use: the definition could not be loaded or, for one that needs it, the participant.
   * Undefined while all is well; reads signals.
   */
  problem(needsParticipant: boolean): (Failure & { retry(): void }) | undefined;
  /** A section of the participant's state; undefined until it is known, and where the backend has none. */
  section<Name extends keyof Sections>(name: Name): ReadonlySignal<Sections[Name] | undefined>;
  /** Calls a route with the activity's id and the participant's token; keeps the sections that come back. */
  call<Name extends AnsweredRoute>(
    route: Route<Name>,
    options?: CallOptions,
  ): Promise<Result<AnswerOf<Name>>>;
  /** Reads the participant's sections again. */
  refreshParticipant(): Promise<void>;
  /** Reads `live` now and keeps it fresh until the returned function is called. */
  watchLive(): () => void;
}
