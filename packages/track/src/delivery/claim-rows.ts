import { promisifyRequest } from 'idb-keyval';
import type { Row } from '../event/row.js';
import type { Value } from '../intake/database.js';
import { BATCH_BYTES, LEASE_MS } from '../limits.js';
import type { Claim, ClaimOptions } from './event-store.js';
import { allEvents, allHolds, type Hold, isWithin, readShared, SHARED } from './table.js';

/** Within one transaction: may this page send, and what. Expired holds are cleared on the way. */
export async function claimRows(
  table: IDBObjectStore,
  { owner, now, limit, isLocked, skip }: ClaimOptions,
): Promise<Claim> {
  const [shared, holds, left] = await Promise.all([
    readShared(table),
    promisifyRequest<Hold[]>(table.getAll(allHolds())),
    promisifyRequest(table.count(allEvents())),
  ]);
  const { lease, pause, drops } = shared;
  const none: Claim = { rows: [], left, hasDrops: !!drops };
  if (pause && isWithin(now, pause)) return { ...none, pause: pause.until - now };
  if (left === 0) {
    if (holds.length) table.delete(allHolds());
    return none;
  }
  const isLeased =
    lease && lease.owner !== owner && isWithin(now, { since: lease.at, until: lease.at + LEASE_MS });
  if (isLeased && !isLocked) return { ...none, wait: lease.at + LEASE_MS - now };
  table.put({ ...shared, lease: { owner, at: now } }, SHARED);

  const active = holds.filter((hold) => isWithin(now, hold));
  if (holds.length && active.length === 0) table.delete(allHolds());
  const held = new Set([...skip, ...active.flatMap((hold) => hold.keys)]);
  const waits = active.map((hold) => hold.until - now);
  const [keys, values] = await Promise.all([
    promisifyRequest(table.getAllKeys(allEvents(), limit + held.size)),
    promisifyRequest<Value[]>(table.getAll(allEvents(), limit + held.size)),
  ]);
  const rows = fit(keys as string[], values, limit, held);
  return { rows, left, wait: waits.length ? Math.min(...waits) : undefined, hasDrops: !!drops };
}

function fit(keys: string[], values: Value[], limit: number, held: ReadonlySet<string>): Row[] {
  const rows: Row[] = [];
  let size = 0;
  for (const [i, key] of keys.entries()) {
    if (held.has(key)) continue;
    const [json, context] = values[i]!;
    size += json.length;
    if (rows.length === limit || (rows.length > 0 && size > BATCH_BYTES)) break;
    rows.push({ key, json, context });
  }
  return rows;
}
