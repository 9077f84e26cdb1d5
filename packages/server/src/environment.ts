// Everything a route may reach for: store, time, chance, keys. Made once by `createApp`.
import type { KnownActivities } from './activity/known.js';
import type { AddEvents } from './events/gather.js';
import type { Random } from './ids.js';
import type { Keys } from './keys.js';
import type { RequestMetrics } from './operations/metrics.js';
import type { WebhookOptions } from './operations/webhook.js';
import type { Beacon } from './raffle/beacon.js';
import type { Store } from './store.js';

/** Upper bounds of what callers may send. */
export interface Limits {
  /** Bytes of a request's body. @default 65536 */
  bodyBytes: number;
  /** Bytes of a definition that an operator sends. @default 1048576 */
  definitionBytes: number;
  /** Bytes of an uploaded picture. @default 2097152 */
  uploadBytes: number;
  /** Pictures that one participant may announce in 24 hours. @default 50 */
  uploadsPerDay: number;
  /** Bytes of a batch of events as it travels. @default 262144 */
  batchBytes: number;
  /** Bytes of a gzipped batch once inflated. @default 1048576 */
  inflatedBytes: number;
  /** Events of a batch. @default 500 */
  batchEvents: number;
  /** Bytes of an event, and as many of its context. @default 16384 */
  eventBytes: number;
}

/** Asks whoever set a challenge whether a solution is good. A solution is used once, the app sees to that. */
export type VerifyChallenge = (
  solution: string,
  by: { activity: string; participant: string },
) => Promise<boolean>;

/** Names the network that a request comes from, such as its IP address; kept only as a keyed hash. */
export type NetworkOf = (request: Request) => string | null | Promise<string | null>;

/** A WeChat service account that pages are signed for. */
export interface WechatAccount {
  appId: string;
  /** The current `jsapi_ticket`. Whoever holds the account's secret fetches and keeps it; it is one for all copies. */
  ticket(): Promise<string>;
}

/** What routes work with. */
export interface Environment {
  store: Store;
  /** Where raffles' numbers come from; null: raffles wait. */
  beacon: Beacon | null;
  /** For how long public reads are answered from memory, in milliseconds; 0: not at all. */
  publicMs: number;
  /** What this copy has lately read of activities. */
  known: KnownActivities;
  /** Unix ms; the one clock of all rules. */
  now(): number;
  random: Random;
  keys: Keys;
  /** Origins that may act beside those of the definitions. */
  origins: readonly string[];
  dev: boolean;
  limits: Limits;
  /** Where pages reach the app, without a slash at the end; null: as the request says. */
  url: string | null;
  verifyChallenge: VerifyChallenge | null;
  networkOf: NetworkOf | null;
  wechat: WechatAccount | null;
  /** Where events go that pages send. */
  addEvents: AddEvents;
  /** Projects by the publishable keys of their pages. */
  trackKeys: ReadonlyMap<string, string>;
  webhook: WebhookOptions | null;
  /** Opens `/metrics`; null: there is none. */
  metricsKey: string | null;
  /** What this copy counts of its requests. */
  requests: RequestMetrics;
}
