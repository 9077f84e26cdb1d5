// What can still be done when the page is being left: what was not answered goes onto the wire, although no answer
// may ever be read. Nothing is deleted for it.
import type { OpenWorld } from '@fanfare/core/environment';
import type { Row } from '../event/row.js';
import type { PageState } from '../intake/page-state.js';
import { HOLD_MS } from '../limits.js';
import { composeBatch } from './compose-batch.js';
import type { Holds } from './holds.js';
import type { KeepaliveBudget } from './keepalive-budget.js';
import { type Connection, urlOf } from './post.js';
import type { Sender } from './sender.js';

export interface FarewellOptions {
  key: string;
  now(): number;
  world: Pick<OpenWorld, 'document'>;
  state: Pick<PageState, 'rows'>;
  holds: Pick<Holds, 'hold'>;
  sender: Pick<Sender, 'inFlight' | 'deliver' | 'settle'>;
  budget: Pick<KeepaliveBudget, 'left'>;
  connection(): Connection | undefined;
}

/** Room for the key, the batch's id and time, and a context. */
const ENVELOPE_BYTES = 1024;

export function createFarewell(options: FarewellOptions): () => Promise<void> {
  const { now, world, state, holds, sender, budget } = options;
  /** Sent while leaving and not answered yet: hiding a page twice sends nothing twice. */
  let held: string[] = [];
  let until = 0;

  const hold = (keys: string[]) => {
    held = keys;
    until = now() + HOLD_MS;
    holds.hold(keys, now());
  };

  /** The browser refused the request: a beacon of fewer and fewer events. */
  function halve(rows: readonly Row[]) {
    for (let some = rows; some.length > 0; some = some.slice(0, some.length >> 1)) if (beacon(some)) return;
  }

  function beacon(rows: readonly Row[]): boolean {
    const way = options.connection();
    if (!way || way.transport || !navigator.sendBeacon) return false;
    const envelope = {
      key: options.key,
      batch_id: rows[0]!.key.slice(1),
      sent_at: new Date(now()).toISOString(),
    };
    return navigator.sendBeacon(urlOf(way), new Blob([composeBatch(rows, envelope)], { type: 'text/plain' }));
  }

  return async () => {
    if (now() > until) held = [];
    const waiting = [...state.rows.values()].filter(({ key }) => !held.includes(key));
    const rows = fitting(
      waiting.filter(({ key }) => !sender.inFlight.has(key)).sort((a, b) => (a.key < b.key ? -1 : 1)),
      budget.left,
    );
    // What is on its way already travels on: its answer may be lost like that of what goes now.
    const going = [...held, ...sender.inFlight, ...rows.map(({ key }) => key)];
    if (going.length > held.length) hold(going);
    if (rows.length === 0) return;
    const outcome = await sender.deliver(rows, true);
    const isRefused = outcome.kind === 'failed' && outcome.isUnsent;
    if (isRefused && world.document?.visibilityState === 'hidden') return halve(rows);
    hold([]);
    await sender.settle(rows, outcome);
  };
}

/** As many of the first rows as go into one request of so many bytes. */
export function fitting(rows: readonly Row[], bytes: number): Row[] {
  const encoder = new TextEncoder();
  let size = ENVELOPE_BYTES;
  let context: string | undefined;
  const taken: Row[] = [];
  for (const row of rows) {
    size += encoder.encode(row.json).length + 1;
    if (row.context !== context) size += encoder.encode(row.context).length;
    context ??= row.context;
    if (size > bytes) break;
    taken.push(row);
  }
  return taken;
}
