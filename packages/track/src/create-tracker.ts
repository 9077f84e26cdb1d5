// Takes events in, with consent and identity; what sends them is loaded when there is something to send.
import { createCleanup } from '@fanfare/core/cleanup';
import { browserOpenWorld } from '@fanfare/core/environment';
import { FanfareError } from '@fanfare/core/errors';
import { createId } from '@fanfare/core/identifier';
import type { TrackConnection, TrackedActivity } from '@fanfare/core/track';
import type { Delivery } from './delivery/create-delivery.js';
import { createEvents } from './event/create-events.js';
import type { Row } from './event/row.js';
import { followActivity } from './follow-activity.js';
import { createContext } from './identity/context.js';
import { createPageTime } from './identity/page-time.js';
import { createAirbag } from './intake/airbag.js';
import { createDatabase } from './intake/database.js';
import { createKeeper, type Kept } from './intake/keeper.js';
import { openLocal } from './intake/local.js';
import { createPace } from './intake/pace.js';
import { createPageState, type DropReason } from './intake/page-state.js';
import { createLedger } from './ledger.js';
import { LOOSE_MS, MEMORY_EVENTS, NEVER_MS, STARTUP_MS } from './limits.js';
import type { Plan, ShapesOf } from './plan/plan.js';
import type { Take } from './stub/index.js';
import type { Consent, Tracker, TrackerEvents, TrackerOptions } from './tracker.js';

/**
 * A tracker that keeps every event until the server has named it, whatever happens to the page.
 *
 * @throws FanfareError `config_invalid` without a `key`.
 */
export function createTracker<P extends Plan = Plan>(options: TrackerOptions<P>): Tracker<ShapesOf<P>> {
  const { key, plan, debug, early, world = browserOpenWorld() } = options;
  if (!key)
    throw new FanfareError(
      'track',
      'config_invalid',
      '"key" expected a key, got nothing. Copy it from your backend.',
    );
  const name = `fanfare-track-${key}`;
  const cleanup = createCleanup();
  const local = openLocal('localStorage');
  const ledger = createLedger();
  const now = createPageTime(world, cleanup);
  const pid = early ? early.pid : createId(world);
  const context = createContext({ ...options, name, local, tab: openLocal('sessionStorage'), world });
  const database = createDatabase(name, world);
  const state = createPageState();
  const airbag = createAirbag(local, `${name}:`);
  const createRow = createEvents({ pid, now, context: context.json, plan });
  const paceOf = createPace();

  const dropped: Promise<Kept> = Promise.resolve('dropped');
  let way: TrackConnection = options;
  let followed: TrackedActivity | undefined;
  let consent: Consent = 'pending';
  let isGone = false;
  /** Events of a visitor who has not decided yet. */
  let undecided: Row[] = [];
  let delivery: Delivery | undefined;
  let loading: Promise<unknown> | undefined;
  let due = NEVER_MS;

  const keeper = createKeeper({
    append: database.append,
    state,
    tell: ledger.tell,
    trim: async (rows) => (delivery ? delivery.trim(rows) : []),
    fallback: async (rows, error) => {
      await load();
      return delivery?.fallback(rows, error);
    },
  });

  function load() {
    loading ??= import('./delivery/create-delivery.js').then(
      ({ createDelivery }) => {
        delivery = createDelivery({
          ...{ name, key, pid, world, now, database, state, airbag, local, ledger, createRow, keeper },
          connection: () => (consent === 'granted' && !isGone ? way : undefined),
          token: options.token,
          activity: () => followed,
        });
        delivery.soon(due);
      },
      () => {
        // Not to be had now: the next event asks again.
        loading = undefined;
      },
    );
    return loading;
  }
  function soon(ms: number) {
    if (delivery) return delivery.soon(ms);
    due = Math.min(due, ms);
    void load();
  }

  const farewell = () => {
    if (consent !== 'granted') return;
    airbag.save(state.unsaved.values());
    context.save();
    delivery?.leave().catch(() => {});
  };
  // On the window: `pagehide` never reaches the document.
  cleanup.listen(world.window, 'pagehide', farewell);
  cleanup.listen(world.window, 'online', () => delivery?.wake());
  cleanup.listen(world.document, 'visibilitychange', () => {
    if (world.document!.visibilityState === 'hidden') farewell();
  });

  // Another tab has wiped who this is: the visitor said no there.
  cleanup.listen(world.window, 'storage', (event) => {
    const { key, newValue } = event as StorageEvent;
    if (key === name && !newValue) setConsent('denied');
  });

  function keep(row: Row): Promise<Kept> {
    soon(paceOf(row));
    return keeper.keep(row);
  }

  function setConsent(next: Consent) {
    if (next === consent) return;
    consent = next;
    const decided = undecided;
    undecided = [];
    if (next === 'granted') {
      context.identify();
      database.open();
      for (const row of decided) void keep({ ...row, context: context.complete(row.context) });
      database
        .isEmpty()
        .catch(() => true)
        .then((isEmpty) => {
          if (!isEmpty || airbag.names().length) soon(world.random() * STARTUP_MS);
        });
    } else if (next === 'denied') {
      delivery?.stop();
      for (const part of [state.rows, state.unsaved, state.loose]) part.clear();
      state.drops.length = 0;
      for (const one of airbag.names()) local.remove(one);
      context.wipe();
      database.wipe();
    }
  }

  function drop(reason: DropReason): Promise<Kept> {
    state.drops.push([reason, now()]);
    ledger.stats.dropped++;
    return dropped;
  }

  function record(event: string, properties?: object, time?: number): Promise<Kept> {
    // No page, no events: a server renders, it does not track.
    if (isGone || consent === 'denied' || !world.window) return dropped;
    const row = createRow(event, properties, time);
    if (!row) return drop('refused');
    ledger.tell([row.key], 'queued', event);
    if (consent === 'granted') return keep(row);
    undecided.push(row);
    if (undecided.length > MEMORY_EVENTS && undecided.shift()) void drop('memory');
    return Promise.resolve('memory');
  }

  const take: Take = (event, properties, time) => {
    try {
      return record(event, properties, time);
    } catch {
      // A tracker never breaks the page that it watches.
      return drop('refused');
    }
  };

  const tracker: Tracker = {
    track: (event, ...[properties]) => take(event, properties),
    async flush() {
      await load();
      await delivery?.flush();
    },
    stats: () => ({ ...ledger.stats }),
    setConsent,
    update: context.set,
    variant: context.variant as Tracker['variant'],
    on: ledger.on,
    async inspect() {
      await load();
      return delivery?.inspect();
    },
    attach(activity, connection) {
      followed = activity;
      way = options.endpoint ? options : connection;
      if (state.rows.size) soon(LOOSE_MS);
      return followActivity(activity, context.set);
    },
    destroy() {
      isGone = true;
      cleanup.run();
    },
  };

  context.set(options);
  if (world.window) setConsent(options.consent ?? 'granted');
  if (early) early.handTo(take);
  if (debug && world.document) {
    const past: TrackerEvents['state'][] = [];
    const off = ledger.on('state', (detail) => past.push(detail));
    void import('./overlay/open-overlay.js').then(({ openOverlay }) => {
      off();
      cleanup.add(openOverlay(tracker, plan, past));
    });
  }
  return tracker as Tracker<ShapesOf<P>>;
}
