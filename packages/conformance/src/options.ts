// What a run is told.
import type { JWK } from 'jose';
import type { Fetch } from './client.js';
import type { Level } from './levels.js';
import type { CaseResult } from './report.js';
import type { Story } from './story.js';

/** Gives a token of the host for a participant of this id. */
export type TokenSource = (sub: string) => Promise<string>;

/** Options of `runConformance`. */
export interface ConformanceOptions {
  /** Levels to try. @default all */
  levels?: readonly Level[];
  /** Only these clauses. @default all of the levels */
  clauses?: readonly string[];
  /** The private key (or `oct` secret) that signs participants' tokens; `alg` in it, `kid` if the backend wants one. */
  signingJwk?: JWK;
  /** Tokens from elsewhere, where no key can be given away. */
  tokens?: TokenSource;
  /** The `aud` of tokens and the project of the kit's activities. @default 'conformance' */
  project?: string;
  /** An operator's key: the kit then makes activities of its own. */
  adminKey?: string;
  /** The host server's key, for facts. */
  hostKey?: string;
  /** A publishable key, for events. */
  trackKey?: string;
  /** A live activity to try, where the kit cannot make its own. */
  activity?: string;
  /** Whether the backend has `POST /v1/dev/clock` to set its clock with. @default false */
  devClock?: boolean;
  /** The stories of days.json, for a backend whose clock can be set. */
  stories?: readonly Story[];
  /** Draws of the statistical case. @default 600 */
  draws?: number;
  /** Parallel clients of the concurrency level. @default 64 */
  clients?: number;
  /** Replaces the network. @default fetch */
  fetch?: Fetch;
  /** Hears of every case as it ends. */
  onResult?: (result: CaseResult) => void;
}
