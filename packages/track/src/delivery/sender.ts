// Empties the queue: claim, send, believe only what the answer names, again. Any number of tabs may do so at once
// without harm; a lock keeps it to one.
import type { OpenWorld } from '@fanfare/core/environment';
import { createId } from '@fanfare/core/identifier';
import { idOf, type Row } from '../event/row.js';
import type { PageState } from '../intake/page-state.js';
import type { Ledger } from '../ledger.js';
import { BACKOFF_MS, BATCH_EVENTS, BUSY_MS, STARTUP_MS, URGENT_MS } from '../limits.js';
import type { TrackerOptions } from '../tracker.js';
import { createAlarm } from './alarm.js';
import { backoff } from './backoff.js';
import { composeBatch } from './compose-batch.js';
import type { Claim, Dead, EventStore } from './event-store.js';
import { exclusively } from './exclusive.js';
import type { Holds } from './holds.js';
import type { KeepaliveBudget } from './keepalive-budget.js';
import type { Outcome } from './outcome.js';
import { type Connection, post } from './post.js';
import { createSuspects } from './suspects.js';

export interface SenderOptions {
  /** Name of the lock. */
  name: string;
  key: string;
  pid: string;
  world: OpenWorld;
  now(): number;
  store: EventStore;
  state: PageState;
  ledger: Pick<Ledger, 'tell' | 'emit'>;
  budget: KeepaliveBudget;
  holds: Holds;
  /** Undefined while there is no backend, or no consent. */
  connection(): Connection | undefined;
  token: TrackerOptions['token'];
  onClaim(claim: Claim): void;
  /** Out of the queue: named by an answer. */
  onDone(done: readonly string[], dead: readonly string[]): void;
  /** Turns counted drops into events. */
  report(): Promise<void>;
}

export interface Sender {
  /** Tries within `ms`; earlier where something is due earlier. */
  soon(ms: number): void;
  /** Tries now, past any wait of our own, never past one that the server asked for. */
  flush(): Promise<void>;
  /** The network seems to be back. */
  wake(): void;
  /** Sends these, as they are, once. True when the answer named them all. */
  deliver(rows: readonly Row[], isLeaving?: boolean): Promise<Outcome>;
  settle(rows: readonly Row[], outcome: Outcome): Promise<boolean>;
  /** Keys on their way. */
  readonly inFlight: ReadonlySet<string>;
  /** Ends every attempt; what comes back of it is not looked at. */
  stop(): void;
}

export function createSender(options: SenderOptions): Sender {
  const { name, key, pid, world, now, store, budget, ledger } = options;
  const { rows: known, loose, drops } = options.state;
  const inFlight = new Set<string>();
  const suspects = createSuspects();
  let limit = BATCH_EVENTS;
  let tries = 0;
  /** Not before these moments of the monotonic clock: our own wait after a failure, and the server's. */
  let rest = 0;
  let paused = 0;
  let flushing: Promise<void> | undefined;
  let token: string | undefined;
  let leaving = new AbortController();
  const alarm = createAlarm(world, () => void flush());

  const fail = () => {
    const ms = backoff(++tries, world.random());
    rest = world.monotonic() + ms;
    alarm.set(ms);
    return false;
  };
  const pause = (ms: number) => {
    paused = world.monotonic() + ms;
    // A little later, at random: everybody was asked to wait for the same moment.
    alarm.set(ms + world.random() * BACKOFF_MS);
  };

  const looseClaim = (): Claim | undefined => {
    const rows = [...loose.values()].filter((row) => !isSkipped(row.key)).slice(0, limit);
    return rows.length ? { rows, left: 0, hasDrops: false } : undefined;
  };
  const isSkipped = (row: string) => inFlight.has(row) || suspects.has(row);

  async function drain(isLocked: boolean): Promise<void> {
    const { signal } = leaving;
    let hasReported = false;
    while (options.connection() && !signal.aborted) {
      const claim = looseClaim() ?? (await claimStored(isLocked));
      if (!claim) return;
      if (claim.rows.length === 0) {
        const suspect = suspects.next();
        if (!suspect) return conclude(claim, isLocked);
        if (!(await retry(suspect))) return;
        continue;
      }
      const outcome = await deliver(claim.rows);
      if (signal.aborted || !(await settle(claim.rows, outcome))) return;
      if (hasReported || outcome.kind !== 'answered') continue;
      if (claim.hasDrops || drops.length) {
        await options.report();
        hasReported = true;
      }
    }
  }

  async function claimStored(isLocked: boolean): Promise<Claim | undefined> {
    const { keys, wait: held } = options.holds.read(now());
    const skip = new Set([...keys, ...inFlight, ...suspects.keys()]);
    try {
      const claim = await store.claim({ owner: pid, now: now(), limit, isLocked, skip });
      options.onClaim(claim);
      return { wait: held, ...claim };
    } catch {
      fail();
      return undefined;
    }
  }

  /** Nothing to send now: when to look again. */
  async function conclude({ pause: ms, wait: again, left }: Claim, isLocked: boolean): Promise<void> {
    if (ms) pause(ms);
    else if (again) alarm.set(again);
    else if (left > inFlight.size) fail();
    if (!isLocked) await store.release(pid).catch(() => {});
  }

  /** Others were accepted since: what is refused now is refused for its own sake. True to go on. */
  async function retry(row: Row): Promise<boolean> {
    const { signal } = leaving;
    const outcome = await deliver([row]);
    if (signal.aborted) return false;
    if (outcome.kind !== 'refused') return settle([row], outcome);
    await remove([], [{ ...row, code: 'refused' }]);
    return true;
  }

  async function deliver(rows: readonly Row[], isLeaving = false): Promise<Outcome> {
    const connection = options.connection();
    if (!connection) return { kind: 'failed', reason: 'no backend' };
    const keys = rows.map((row) => row.key);
    const { signal } = leaving;
    for (const one of keys) inFlight.add(one);
    const own = keys.filter((one) => known.has(one));
    ledger.tell(own, 'sent');
    const batchId = createId(world);
    const envelope = { key, token, batch_id: batchId, sent_at: new Date(now()).toISOString() };
    const body = composeBatch(rows, envelope);
    const outcome = await post(connection, { body, batchId, signal, isLeaving }, { world, budget });
    for (const one of keys) inFlight.delete(one);
    if (signal.aborted) return outcome;
    const requestId = outcome.kind === 'answered' ? outcome.requestId : undefined;
    ledger.emit('batch', { id: batchId, events: keys.map(idOf), outcome: outcome.kind, requestId });
    return outcome;
  }

  /** Draws the consequences. True when there may be more to send at once. */
  async function settle(rows: readonly Row[], outcome: Outcome): Promise<boolean> {
    if (outcome.kind === 'answered') return settleNamed(rows, outcome.named);
    wait(rows);
    if (outcome.kind === 'refused') return split(rows);
    if (outcome.kind === 'paused') {
      await store.pause(now(), now() + outcome.ms).catch(() => {});
      pause(outcome.ms);
      return false;
    }
    if (outcome.kind === 'unauthorized') token = (await options.token?.()) ?? undefined;
    return fail();
  }

  async function settleNamed(
    rows: readonly Row[],
    named: Extract<Outcome, { kind: 'answered' }>['named'],
  ): Promise<boolean> {
    const done: string[] = [];
    const dead: Dead[] = [];
    const again: Row[] = [];
    for (const one of rows) {
      const { status, code = 'rejected' } = named.get(idOf(one.key)) ?? {};
      if (status === 'accepted' || status === 'duplicate') done.push(one.key);
      else if (status === 'rejected') dead.push({ ...one, code });
      else again.push(one);
    }
    wait(again);
    if (again.length === rows.length) return fail();
    if (done.length) suspects.prove();
    await remove(done, dead);
    tries = 0;
    rest = 0;
    limit = Math.min(BATCH_EVENTS, limit * 2);
    return again.length === 0 || fail();
  }

  async function remove(done: readonly string[], dead: readonly Dead[]) {
    const keys = [...done, ...dead.map((one) => one.key)];
    for (const one of keys) loose.delete(one);
    // A disk that fails keeps them: they are sent again, and counted once.
    await store.remove(keys, dead).catch(() => {});
    options.onDone(
      done,
      dead.map((one) => one.key),
    );
  }

  /** They are where they were before. */
  function wait(rows: readonly Row[]) {
    const own = rows.map((row) => row.key).filter((one) => known.has(one));
    if (own.length) ledger.emit('state', { ids: own.map(idOf), state: loose.size ? 'memory' : 'stored' });
  }

  /** Halves until the event that spoils the batch stands alone. */
  function split(rows: readonly Row[]): boolean {
    if (rows.length > 1) limit = Math.ceil(rows.length / 2);
    else if (!suspects.add(rows[0]!)) return fail();
    return true;
  }

  async function flush(isForced = false): Promise<void> {
    if (flushing) {
      // It may have looked at the disk for the last time already.
      alarm.set(URGENT_MS);
      return flushing;
    }
    const rested = Math.max(paused, isForced ? 0 : rest) - world.monotonic();
    if (rested > 0) return alarm.set(rested);
    if (!options.connection()) return;
    alarm.clear();
    flushing = exclusively(name, { now, leasedAt: store.leasedAt }, drain)
      .then((ran) => {
        if (!ran) alarm.set(BUSY_MS * (0.5 + world.random()));
      })
      // Nothing of ours may become the host's unhandled rejection.
      .catch(() => void fail())
      .finally(() => {
        flushing = undefined;
      });
    return flushing;
  }

  return {
    inFlight,
    deliver,
    settle,
    soon: alarm.set,
    async flush() {
      await flushing;
      await flush(true);
    },
    wake() {
      tries = 0;
      rest = 0;
      alarm.set(world.random() * STARTUP_MS);
    },
    stop() {
      leaving.abort();
      leaving = new AbortController();
      alarm.clear();
      rest = 0;
    },
  };
}
