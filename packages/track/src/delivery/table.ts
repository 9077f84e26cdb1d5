// The table's layout: events under `0`, `1` and `2` (their priority), and a few rows of other kinds beside them.
import { promisifyRequest } from 'idb-keyval';
import type { Priority } from '../event/row.js';
import type { Drops } from './drops.js';

/** What all tabs share beside the events. */
export interface Shared {
  lease?: { owner: string; at: number } | undefined;
  /** Unix ms before which nobody sends, and when that was learnt: a clock that is set back ends the pause. */
  pause?: { since: number; until: number } | undefined;
  drops?: Drops | undefined;
}

export const SHARED = 'shared';
export const DEAD = 'dead';

/** Made when used: Node has no IDBKeyRange. */
export const allEvents = (): IDBKeyRange => IDBKeyRange.bound('0', '3', false, true);
export const eventsOf = (priority: Priority, before = String(priority + 1)): IDBKeyRange =>
  IDBKeyRange.bound(String(priority), before, false, true);

export const readShared = async (table: IDBObjectStore): Promise<Shared> =>
  (await promisifyRequest<Shared | undefined>(table.get(SHARED))) ?? {};

/** The clocks of two pages on one device may be apart by so much. */
const SLACK_MS = 60_000;

/** A span of time that begins in the future was written before the device's clock was set back: it is over. */
export const isWithin = (now: number, span: { since: number; until: number } | undefined): boolean =>
  !!span && span.since - SLACK_MS <= now && now < span.until;
