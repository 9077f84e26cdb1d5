import { promisifyRequest } from 'idb-keyval';
import type { Row } from '../event/row.js';
import type { Value } from '../intake/database.js';
import { BATCH_BYTES, LEASE_MS } from '../limits.js';
import type { Claim, ClaimOptions } from './event-store.js';
import { allEvents, isWithin, readShared, SHARED } from './table.js';

/** Within one transaction: may this page send, and what. */
export async function claimRows(
  table: IDBObjectStore,
  { owner, now, limit, isLocked, skip }: ClaimOptions,
): Promise<Claim> {
  const [shared, left] = await Promise.all([readShared(table), promisifyRequest(table.count(allEvents()))]);
  const { lease, pause, drops } = shared;
  const none: Claim = { rows: [], left, hasDrops: !!drops };
  if (pause && isWithin(now, pause)) return { ...none, pause: pause.until - now };
  if (left === 0) return none;
  const isLeased =
    lease && lease.owner !== owner && isWithin(now, { since: lease.at, until: lease.at + LEASE_MS });
  if (isLeased && !isLocked) return { ...none, wait: lease.at + LEASE_MS - now };
  table.put({ ...shared, lease: { owner, at: now } }, SHARED);

  const [keys, values] = await Promise.all([
    promisifyRequest(table.getAllKeys(allEvents(), limit + skip.size)),
    promisifyRequest<Value[]>(table.getAll(allEvents(), limit + skip.size)),
  ]);
  const rows = fit(keys as string[], values, limit, skip);
  return { rows, left, hasDrops: !!drops };
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
