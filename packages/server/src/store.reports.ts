// The store's part in reports: events are summed up as they come, the tables of the activity are counted as they are.
import type { ReportRecord } from '@fanfare/protocol';

/** Whose channel counts: that of a person's first visit, or that of the visit in which something was done. */
export type Touch = 'first' | 'last';

/** What of an activity is counted, and how it is split. */
export interface ReportScope {
  project: string;
  activity: string;
  touch: Touch;
  /** Half-days (unix ms, ascending, the last one outside), each bound on a quarter of an hour. */
  bounds: readonly number[];
}

/** What happened between two bounds to the people of one channel. */
export interface ReportCell {
  /** The event, fact or record; {@link EVERYBODY} for any event at all. */
  name: string;
  /** 0 for the first half-day, and so on. */
  bucket: number;
  channel: string | null;
  /** Those who did it for the first time: each stands in one cell of a name. */
  people: number;
  events: number;
  /** The sum of the values, where there are any. */
  value: number | null;
}

/** The name under which everybody is counted who did anything. */
export const EVERYBODY = '';

/** The lock of whoever sums up. */
export const SUMS_LOCK = 'reports.sums';

/** What may be read for reports. */
export interface ReportReader {
  /**
   * People and events by the events' names. A person is a visitor (a device), else a participant, else a page. Events
   * of no activity and those in quarantine are left out.
   */
  eventCells(scope: ReportScope, names: readonly string[]): Promise<ReportCell[]>;
  /** The same of what the backend has on record. A linked guest is its member; the channel is the one they came by. */
  recordCells(scope: ReportScope, records: readonly ReportRecord[]): Promise<ReportCell[]>;
  /** The same of facts from the host's server, with the sums of their values. */
  factCells(scope: ReportScope, names: readonly string[]): Promise<ReportCell[]>;
}

/** What may be done for reports. */
export interface ReportTransaction {
  /**
   * Sums up about `limit` stored events that are not in the sums yet, each exactly once; false while more are waiting.
   * One transaction at a time: the caller holds the lock {@link SUMS_LOCK}.
   */
  sumUpEvents(limit: number): Promise<boolean>;
}
