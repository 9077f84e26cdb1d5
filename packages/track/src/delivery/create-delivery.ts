// The part of a tracker that sends. Loaded once there is something to send, so that a page pays for it when its own
// work is done; until then events are on disk already.
import type { OpenWorld } from '@fanfare/core/environment';
import type { TrackConnection, TrackedActivity } from '@fanfare/core/track';
import { idOf, type Row } from '../event/row.js';
import type { Airbag } from '../intake/airbag.js';
import type { Database } from '../intake/database.js';
import type { Keeper, KeptRows } from '../intake/keeper.js';
import type { Local } from '../intake/local.js';
import type { PageState } from '../intake/page-state.js';
import type { Ledger } from '../ledger.js';
import { STORE_AGE_MS, URGENT_MS } from '../limits.js';
import type { Inspection, TrackerOptions } from '../tracker.js';
import { VERSION } from '../version.js';
import { createBounds } from './bounds.js';
import { connectionOf } from './connection.js';
import type { Drops } from './drops.js';
import { createFallback } from './fallback.js';
import { createFarewell } from './farewell.js';
import { createGossip } from './gossip.js';
import { createHolds, HOLD } from './holds.js';
import { importAirbag } from './import-airbag.js';
import { createIndexedStore } from './indexed-store.js';
import { createKeepaliveBudget } from './keepalive-budget.js';
import { createSender } from './sender.js';
import { spreadOf } from './spread.js';

/** What intake shares with delivery. */
export interface DeliveryOptions {
  /** Of the database, the lock and the airbag's keys. */
  name: string;
  key: string;
  pid: string;
  world: OpenWorld;
  now(): number;
  database: Database;
  state: PageState;
  airbag: Airbag;
  keeper: Keeper;
  local: Local;
  ledger: Ledger;
  /** The way to the backend; nothing while there is no consent. */
  connection(): TrackConnection | undefined;
  /** Asked for when the backend wants a token. */
  token: TrackerOptions['token'];
  /** The activity that the tracker was given to: it tells the server's time, and the moments that all pages share. */
  activity(): TrackedActivity | undefined;
  createRow(name: string, properties: object): Row | undefined;
}

export interface Delivery {
  /** Sends within `ms`, or earlier where something is due earlier. */
  soon(ms: number): void;
  /** Sends now. */
  flush(): Promise<void>;
  /** The network seems to be back. */
  wake(): void;
  /** The page is being left, or hidden. */
  leave(): Promise<void>;
  /** Consent is gone: what is on its way ends here. */
  stop(): void;
  trim(rows: readonly Row[]): Promise<readonly string[]>;
  fallback(rows: readonly Row[], error: unknown): Promise<KeptRows>;
  inspect(): Promise<Inspection>;
}

export function createDelivery(options: DeliveryOptions): Delivery {
  const { world, now, state, airbag, ledger, database, createRow } = options;
  const { rows: known, unsaved, loose } = state;
  const store = createIndexedStore(database.use);
  const bounds = createBounds(store);
  const budget = createKeepaliveBudget();
  const holds = createHolds(options.local, `${options.name}${HOLD}`, options.pid);
  const connection = () => connectionOf(options.connection(), world);

  /** Takes out what this page knows; gives those keys. */
  const forget = (keys: Iterable<string>) =>
    [...keys].filter((key) => {
      unsaved.delete(key);
      loose.delete(key);
      return known.delete(key);
    });
  const relax = () => {
    if (unsaved.size === 0) airbag.release();
  };
  const dropped = (keys: readonly string[]) => {
    ledger.tell(forget(keys), 'dropped');
    return keys;
  };
  const gossip = createGossip(options.name, (keys) => ledger.tell(forget(keys), 'acked'));
  const describe = (drops: Drops) =>
    Object.entries(drops).flatMap(([reason, { count, from, to }]) => {
      const [first, last] = [from, to].map((time) => new Date(time).toISOString());
      return createRow('$dropped', { reason, count, from: first, to: last }) ?? [];
    });

  async function report() {
    const drops = state.drops.splice(0);
    try {
      const rows = await store.report(drops, describe);
      for (const row of rows) known.set(row.key, row);
      ledger.tell(
        rows.map(({ key }) => key),
        'stored',
      );
    } catch {
      // The disk fails: what this page knows of goes by way of memory.
      state.drops.push(...drops);
    }
  }

  const sender = createSender({
    ...options,
    connection,
    store,
    state,
    budget,
    holds,
    report,
    onClaim({ left }) {
      bounds.correct(left);
      // Only an answer takes an event off the disk: another tab has had it for those that are gone.
      if (left === 0) ledger.tell(forget([...known.keys()].filter((key) => !unsaved.has(key))), 'acked');
    },
    onDone(done, dead) {
      const own = forget(done);
      ledger.tell(own, 'acked');
      if (own.length < done.length) gossip(done);
      ledger.tell(forget(dead), 'rejected');
      relax();
    },
  });
  const leave = createFarewell({ ...options, connection, holds, sender, budget });

  async function start() {
    await importAirbag(options);
    dropped(await store.expire(now() - STORE_AGE_MS));
    bounds.correct(await store.count());
  }
  start().catch(() => {
    // The first event will find out what is wrong.
  });

  return {
    soon: (ms) => sender.soon(ms > URGENT_MS ? ms + spreadOf(options.activity(), world.random) : ms),
    flush: sender.flush,
    wake: sender.wake,
    stop() {
      sender.stop();
      holds.hold([], now());
    },
    async inspect() {
      const server = options.activity()?.now();
      const [waiting, dead] = await Promise.all([store.count(), store.dead()]).catch(() => [0, []] as const);
      return {
        version: VERSION,
        page: options.pid,
        endpoint: connection()?.endpoint,
        waiting: waiting + loose.size,
        clockOffset: server && server - now(),
        stats: { ...ledger.stats },
        rejected: dead.map(({ key, code }) => ({ id: idOf(key), code })),
      };
    },
    async leave() {
      if (connection()) await leave();
    },
    async trim(rows) {
      relax();
      return dropped(await bounds.trim(rows));
    },
    fallback: createFallback({
      ...options,
      store: options.keeper.store,
      relieve: async (rows) => dropped(await bounds.relieve(rows)),
      soon: sender.soon,
    }),
  };
}
