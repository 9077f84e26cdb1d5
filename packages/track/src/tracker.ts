// What a tracker is; `createTracker` makes one.
import type { OpenWorld } from '@fanfare/core/environment';
import type { Track } from '@fanfare/core/track';
import type { BatchNote } from './delivery/batch-note.js';
import type { Experiment } from './experiments.js';
import type { Kept } from './intake/keeper.js';
import type { EventShapes, Plan } from './plan/plan.js';
import type { TrackStub } from './stub/index.js';

/** `pending` keeps events in memory until it is decided; `denied` wipes everything. */
export type Consent = 'granted' | 'denied' | 'pending';

export interface TrackerOptions<P extends Plan = Plan> {
  /** The publishable key of your project: public, not a secret. */
  key: string;
  /** Base URL of the backend; without it, the activity's. */
  endpoint?: string | undefined;
  /** Whether the visitor agreed. Nothing is stored or sent before. @default 'granted' */
  consent?: Consent | undefined;
  /** What may be tracked: `definePlan(...)`. */
  plan?: P | undefined;
  /** Delivery channel; beats the address's `channel_id`, which beats the stored one. */
  channel?: string | undefined;
  /** Id of the participant, where no activity tells it. Never a phone number. */
  participant?: string | undefined;
  /** BCP 47 tag, where no activity tells it. */
  locale?: string | undefined;
  /** More that is true around every event. */
  context?: Record<string, string | number | boolean> | undefined;
  /** What was tracked before this part was loaded: `createTrackStub(...)` of `@fanfare/track/stub`. */
  early?: Pick<TrackStub, 'pid' | 'handTo'> | undefined;
  /** A/B tests whose variants go with every event: `[defineExperiment(...)]`. */
  experiments?: readonly Experiment[] | undefined;
  /** Asked for when the backend wants a token; it stays in memory. */
  token?: (() => Promise<string | null | undefined> | string | null | undefined) | undefined;
  /** Shows what happens to each event, in a panel on the page. @default false */
  debug?: boolean | undefined;
  /** The world to live in; only tests and rehearsals give one. */
  world?: OpenWorld | undefined;
}

/** Events of this page, since it was opened. */
export interface TrackerStats {
  /** Written to disk. */
  stored: number;
  /** Handed to the network; each attempt counts. */
  sent: number;
  /** Named by the server as accepted or already there. */
  acked: number;
  /** Named by the server as not wanted. */
  rejected: number;
  /** Not kept, for lack of room or age; the server is told how many. */
  dropped: number;
}

/** Where an event is. */
export type EventState = 'queued' | 'memory' | keyof TrackerStats;

export type TrackerEvents = {
  /** Events went into a state; the name comes with `queued`. */
  state: { ids: readonly string[]; state: EventState; name?: string | undefined };
  /** A request came to an end. */
  batch: BatchNote;
  /** Storage fails: events are in memory only, and storage is tried again. */
  degraded: { reason: string };
  /** Storage works again; what was in memory is on disk. */
  restored: undefined;
};

/** What support wants to know; holds no event's properties. */
export interface Inspection {
  version: string;
  /** This page's id: `pid` of its events. */
  page: string;
  endpoint: string | undefined;
  /** Events of all tabs that wait on this device. */
  waiting: number;
  /** The server's clock less this page's, in ms; only with an activity. */
  clockOffset: number | undefined;
  stats: TrackerStats;
  /** The last events that the server did not want, and its word for why. */
  rejected: { id: string; code: string }[];
}

/** The properties of an event, which may be left out when none is needed. */
export type PropertiesOf<Shape> =
  Record<never, never> extends Shape ? [properties?: Shape] : [properties: Shape];

export interface Tracker<Shapes extends EventShapes = EventShapes> extends Pick<Track, 'attach'> {
  /**
   * Records that something happened. Never throws. Settles with where the event is: `stored` on disk and as good as
   * delivered, in `memory` while storage fails or consent is pending, or `dropped` and counted.
   */
  track<Name extends keyof Shapes & string>(
    name: Name,
    ...properties: PropertiesOf<Shapes[Name]>
  ): Promise<Kept>;
  /** Sends what waits, now; settles when everything was answered or nothing can be done at present. */
  flush(): Promise<void>;
  /** What became of this page's events so far. */
  stats(): TrackerStats;
  /** The visitor decided. `denied` removes everything from this device and ends what is on its way. */
  setConsent(consent: Consent): void;
  /** Changes what goes with events from now on. */
  update(change: Pick<TrackerOptions, 'channel' | 'participant' | 'locale' | 'context'>): void;
  /** The variant that goes with events; undefined while nobody is known. */
  variant<Variant extends string>(experiment: Experiment<Variant>): Variant | undefined;
  /** Hears what happens in the queue. Returns the function that stops it. */
  on<Name extends keyof TrackerEvents & string>(
    name: Name,
    listener: (detail: TrackerEvents[Name]) => void,
  ): () => void;
  /** For support; undefined where the part that sends could not be loaded. */
  inspect(): Promise<Inspection | undefined>;
  /** Stops listening and sending; what is stored waits for the next tracker. */
  destroy(): void;
}
