// The tables of checking in and of points as the queries see them.
import type { ColumnType, Generated } from 'kysely';
import type { Owner, StoredCheckin, StoredPoints } from '../store.js';

interface CheckinRow extends Omit<StoredCheckin, 'uploads' | 'group'> {
  group_id: string | null;
  uploads: ColumnType<string[], string, string>;
}

interface GroupCountRow {
  activity: string;
  group_id: string;
  /** The day that was done; `''` for members. */
  day: string;
  bucket: number;
  total: number;
}

interface PointEntryRow extends StoredPoints {
  seq: Generated<number>;
}

export interface CheckinTables {
  'fanfare.checkins': CheckinRow;
  'fanfare.checkin_members': Owner & { group_id: string };
  'fanfare.checkin_counts': GroupCountRow;
  'fanfare.points': Owner & { balance: number; owed: number };
  'fanfare.point_entries': PointEntryRow;
}
