// What a rehearsal is asked for, and what it offers. `createRehearsal` makes one.
import type { Emitter, Environment } from '@fanfare/core';
import type { DefinitionInput, Phase } from '@fanfare/protocol';
import type { PersonaName } from './cast.js';
import type { FaultName } from './faults.js';
import type { RehearsalState } from './state.js';

/** Options of `createRehearsal`. */
export interface RehearsalOptions {
  /** The activity as the operator writes it: what the server would be given. */
  activity: DefinitionInput;
  /** The moment at which it begins, RFC 3339 or unix ms; time goes on from there. @default now */
  clock?: string | number | undefined;
  /** What goes wrong. @default nothing */
  faults?: readonly FaultName[] | undefined;
  /** Who is on stage. @default 'new' */
  persona?: PersonaName | undefined;
  /** Keeps everything in IndexedDB under this name, for reloads and for other tabs. @default not kept */
  keep?: string | undefined;
}

/** Places in time that every activity has. */
export type Scene = 'warmup' | 'start' | 'live' | 'end' | 'ended';

/** What has changed: the time, who is on stage, what goes wrong, or what is stored. */
export type RehearsalEvents = { change: { what: 'time' | 'stage' | 'faults' | 'state' } };

/** What a page gives its activity, as the phone of whoever is on stage. */
export interface Device {
  transport(request: Request): Promise<Response>;
  token(): Promise<string | undefined>;
  environment: Environment;
}

/** What `attach` needs of `<fanfare-activity>`. */
export interface Provider {
  readonly activity: { refresh(): Promise<void>; refreshParticipant(): Promise<void> } | undefined;
  transport: unknown;
  token: unknown;
  environment: unknown;
}

/** A whole activity in the page: the server's own app over its memory store. */
export interface Rehearsal {
  /** The activity's id. */
  readonly id: string;
  /** Another one for each rehearsal of a page. */
  readonly key: string;
  /** Settles when the stage is set. */
  readonly ready: Promise<void>;
  /** The backend: what an activity takes as `transport`. */
  transport(request: Request): Promise<Response>;
  /** The token of whoever is on stage; nothing for a guest. What an activity takes as `token`. */
  token(): Promise<string | undefined>;
  /** Transport, token and a world of its own, so that nobody finds what somebody else's phone has kept. */
  device(): Device;
  /** Puts a `<fanfare-activity>` on this stage and keeps it in step; returns the function that lets go of it. */
  attach(provider: Provider): () => void;

  /** Unix ms in the rehearsal. */
  now(): number;
  readonly phase: Phase;
  /** The zone of the activity, for whoever shows the time. */
  readonly zone: string;
  /** Goes to a moment (RFC 3339 or unix ms) or a scene. Time goes on from there. */
  travel(to: string | number | Scene): Promise<void>;
  /** Goes on by so many milliseconds, or back. */
  skip(ms: number): Promise<void>;

  readonly persona: PersonaName;
  /** Another person takes the stage; `new` is somebody else each time. */
  play(persona: PersonaName): Promise<void>;
  readonly faults: readonly FaultName[];
  setFaults(faults: readonly FaultName[]): Promise<void>;

  /** Facts that the activity waits for: what the host's server would send. */
  readonly facts: readonly string[];
  /** Sends a fact about whoever is on stage, as the host's server would. */
  record(fact: string, value?: number): Promise<void>;

  /** Everything, as JSON to attach to a report: what is stored, the time, who is on stage, the last requests. */
  exportState(): Promise<RehearsalState>;
  /** Goes on from an exported state. Throws a `FanfareError` for anything else. */
  importState(state: unknown): Promise<void>;
  /** Forgets what happened and begins anew. */
  reset(): Promise<void>;
  on: Emitter<RehearsalEvents>['on'];
  /** Lets go of other tabs; nothing is answered any more. */
  close(): void;
}
