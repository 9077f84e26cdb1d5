// The memory store's tables for checking in and points.
import type { StoredCheckin, StoredPoints } from '../store.js';
import { type Journal, Table } from './table.js';

export function createCheckinTables(journal: Journal) {
  const table = <Row>() => new Table<Row>(journal);
  return {
    /** Oldest day first, by owner. */
    checkins: table<readonly StoredCheckin[]>(),
    /** The group, by owner. */
    groupMembers: table<string>(),
    /** Members (day `''`) and days done, by activity, group and day. */
    groupCounts: table<number>(),
    /** Newest first, by owner. */
    pointEntries: table<readonly StoredPoints[]>(),
  };
}
