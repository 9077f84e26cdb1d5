// A sink gets the accepted events, in the order in which they were stored, at least once each:
//
//   lease -> read after the cursor -> POST -> 2xx -> move the cursor
//
// Whoever dies between the answer and the mark has sent a batch that the next one sends again. Nothing is skipped: an
// endpoint that refuses holds its own sink back, and neither the intake nor another sink.
import type { Store, StoredEvent } from '../store.js';
import { CLOUD_EVENTS, toCloudEvent } from './cloud-event.js';

/** An endpoint that events go to. */
export interface SinkOptions {
  /** Under which its place in the log is kept: another name begins with the next event. */
  name: string;
  url: string;
  /** Sent as `Authorization`. @default none */
  authorization?: string;
  /** Only events of this project. @default all */
  project?: string;
  /** Events of a request. @default 200 */
  batchEvents?: number;
  /** Milliseconds that a request may take. @default 15000 */
  timeoutMs?: number;
  /** Milliseconds after which another copy takes over from one that died; more than `timeoutMs`. @default 30000 */
  leaseMs?: number;
}

/** What a turn did: sent a batch, found nothing to send, found another copy at work, or was refused. */
export type Turn =
  | { kind: 'sent'; events: number }
  | { kind: 'idle' | 'busy' }
  | { kind: 'failed'; reason: string; retryAfterMs?: number };

/** What a sink works with. */
export interface SinkWorld {
  store: Store;
  /** This copy of the server. */
  owner: string;
  now?: () => number;
  fetch?: typeof globalThis.fetch;
}

/** One turn after another sends everything. */
export function createSink(
  options: SinkOptions,
  { store, owner, now = Date.now, fetch = globalThis.fetch }: SinkWorld,
) {
  const {
    name,
    url,
    authorization,
    project,
    batchEvents = 200,
    timeoutMs = 15_000,
    leaseMs = 30_000,
  } = options;
  /** Fewer after an answer that a batch is too large. */
  let most = batchEvents;

  const isWanted = (event: StoredEvent) =>
    !event.quarantined && (project === undefined || event.project === project);

  async function post(events: readonly StoredEvent[]): Promise<Turn> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': CLOUD_EVENTS, ...(authorization && { Authorization: authorization }) },
      body: JSON.stringify(events.map(toCloudEvent)),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    if (response.ok) return { kind: 'sent', events: events.length };
    if (response.status === 413) most = Math.max(1, Math.floor(events.length / 2));
    const retryAfter = response.headers.get('Retry-After') ?? '';
    // Seconds, or a date.
    const ms = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now();
    return { kind: 'failed', reason: `answered ${response.status}`, retryAfterMs: Math.max(0, ms || 0) };
  }

  return {
    name,
    async turn(): Promise<Turn> {
      const found = await store.transaction(async (tx) => {
        const cursor = await tx.leaseSink(name, owner, now(), now() + leaseMs);
        return cursor === null ? null : { from: cursor, ...(await tx.eventsAfter(cursor, most)) };
      });
      if (!found) return { kind: 'busy' };
      if (found.events.length === 0) return { kind: 'idle' };
      const wanted = found.events.filter(isWanted);
      const turn: Turn = wanted.length
        ? await post(wanted).catch((error) => ({
            kind: 'failed' as const,
            reason: String(error.cause ?? error),
          }))
        : { kind: 'sent', events: 0 };
      if (turn.kind !== 'sent') return turn;
      most = Math.min(batchEvents, most * 2);
      await store.transaction((tx) => tx.moveSink(name, owner, found.cursor, now() + leaseMs));
      return turn;
    },
  };
}

/** A sink at work. */
export type Sink = ReturnType<typeof createSink>;
