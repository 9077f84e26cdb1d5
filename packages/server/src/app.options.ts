// What an app is made from, and the environment it becomes.
import { createKnownActivities } from './activity/known.js';
import { createDevClock, type DevClock } from './dev/index.js';
import type { Environment, Limits, NetworkOf, VerifyChallenge, WechatAccount } from './environment.js';
import { type AddEvents, addToStore } from './events/gather.js';
import { checkTrackKeys, DEMO_KEY, type TrackKey } from './events/track-keys.js';
import type { Logger } from './http/log.js';
import type { Random } from './ids.js';
import { checkKeys, type Keys, requireLong } from './keys.js';
import { createRequestMetrics } from './operations/metrics.js';
import { withOutbox } from './operations/outbox.js';
import { checkWebhook, type WebhookOptions } from './operations/webhook.js';
import type { Beacon } from './raffle/beacon.js';
import type { Store } from './store.js';

/** Options of `createApp`. */
export interface AppOptions {
  store: Store;
  keys: Keys;
  /** Unix ms. @default Date.now */
  clock?: () => number;
  /** Random bytes. @default crypto.getRandomValues */
  random?: Random;
  /** Gets one entry a request. @default none */
  logger?: Logger;
  /** Development aids: tokens for anybody, a movable clock, codes; loopback pages may act. @default false */
  dev?: boolean;
  /** Origins that may act in every activity, beside those that each definition names. */
  origins?: readonly string[];
  limits?: Partial<Limits>;
  /** Where pages reach the app, e.g. `https://api.example.com`, for the addresses of uploads. @default as the request says */
  url?: string;
  /** Judges solutions of challenges (`Fanfare-Challenge`); without it a guard's `challenge` refuses. @default none */
  verifyChallenge?: VerifyChallenge;
  /** Names a request's network, e.g. from your proxy's header; without it limits per network are idle. @default none */
  networkOf?: NetworkOf;
  /** Signs pages for the WeChat JS-SDK. @default none */
  wechat?: WechatAccount;
  /**
   * For how many milliseconds a copy answers the public reads of an activity from memory, beside what a CDN keeps; its own
   * changes show at once. @default 0
   */
  publicMs?: number;
  /** Where raffles' numbers come from, e.g. `drandBeacon(...)`; without it raffles wait. @default none */
  beacon?: Beacon;
  /** Publishable keys that pages send events with, each of one project; in development `pk_demo` is of `demo`. @default none */
  trackKeys?: readonly TrackKey[];
  /** Tells the host of rewards, once {@link App.deliver} is called. @default none */
  webhook?: WebhookOptions;
  /** Bearer key of `/metrics`, 16 characters or more; without it there is no such address. @default none */
  metricsKey?: string;
  /** Where events go in place of the store: a log that hands them on, e.g. `natsEvents` of `./nats`. @default the store */
  addEvents?: AddEvents;
}

const LIMITS: Limits = {
  bodyBytes: 65_536,
  definitionBytes: 1_048_576,
  uploadBytes: 2_097_152,
  uploadsPerDay: 50,
  batchBytes: 262_144,
  inflatedBytes: 1_048_576,
  batchEvents: 500,
  eventBytes: 16_384,
};

const POOL_BYTES = 4096;

/** The system's random bytes, fetched many at a time, since each call costs as much as a small statement. No byte is given twice. */
function systemRandom(): Random {
  let pool = new Uint8Array(0);
  let used = 0;
  return (bytes) => {
    if (bytes > POOL_BYTES) return crypto.getRandomValues(new Uint8Array(bytes));
    if (used + bytes > pool.length) [pool, used] = [crypto.getRandomValues(new Uint8Array(POOL_BYTES)), 0];
    used += bytes;
    return pool.slice(used - bytes, used);
  };
}

/** The environment, and the movable clock under it in development. */
export function environmentOf(options: AppOptions): { env: Environment; clock: DevClock | null } {
  const { clock: base = Date.now, dev = false } = options;
  const clock = dev ? createDevClock(base) : null;
  const now = clock ? clock.now : base;
  const random = options.random ?? systemRandom();
  const webhook = options.webhook ? checkWebhook(options.webhook) : null;
  if (options.metricsKey !== undefined) requireLong('metricsKey', options.metricsKey, 16);
  const env: Environment = {
    store: webhook ? withOutbox(options.store, now, random) : options.store,
    known: createKnownActivities(),
    publicMs: options.publicMs ?? 0,
    beacon: options.beacon ?? null,
    keys: checkKeys(options.keys),
    now,
    random,
    origins: options.origins ?? [],
    dev,
    limits: { ...LIMITS, ...options.limits },
    url: options.url?.replace(/\/+$/, '') ?? null,
    verifyChallenge: options.verifyChallenge ?? null,
    networkOf: options.networkOf ?? null,
    wechat: options.wechat ?? null,
    addEvents: options.addEvents ?? addToStore(options.store),
    trackKeys: checkTrackKeys([...(options.trackKeys ?? []), ...(dev ? [DEMO_KEY] : [])]),
    webhook,
    metricsKey: options.metricsKey ?? null,
    requests: createRequestMetrics(),
  };
  return { env, clock };
}
