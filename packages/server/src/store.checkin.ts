// The store's part for checking in: one row a day and person, and the groups that people belong to.
import type { Owner } from './store.owner.js';

/** One day of one participant. `(owner, day)` is unique, whatever taps, tabs and devices there are. */
export interface StoredCheckin extends Owner {
  /** Day key in the activity's zone. */
  day: string;
  kind: 'on_time' | 'make_up';
  /** What the day gave, multiplied by `factor`. */
  points: number;
  factor: number;
  /** How a make-up was paid; null for a day on time. */
  paid: 'quota' | 'points' | 'invite' | null;
  /** Points or friends that the make-up cost; 0 for a free one. */
  price: number;
  /** The group that the day counted for. */
  group: string | null;
  text: string | null;
  /** Ids of uploads. */
  uploads: readonly string[];
  /** A mentor's words. */
  comment: string | null;
  /** Unix ms. */
  at: number;
}

/** What may be read of check-ins. */
export interface CheckinReader {
  /** Oldest day first. */
  checkins(owner: Owner): Promise<StoredCheckin[]>;
  /** Days of that key with which something was handed in, by participant, from after that one on. */
  handedIn(activity: string, day: string, after: string | null, limit: number): Promise<StoredCheckin[]>;
  /** The group that a participant belongs to. */
  groupOf(owner: Owner): Promise<string | null>;
  /** How many belong to a group, and how many days of that key were done for it. Sums, never a count of rows. */
  groupCount(activity: string, group: string, day: string): Promise<{ members: number; done: number }>;
}

/** What may be done with check-ins. */
export interface CheckinTransaction extends CheckinReader {
  /** Adds a day and counts it for its group; false (and nothing changed) when the owner has that day already. */
  addCheckin(checkin: StoredCheckin): Promise<boolean>;
  /** Changes the named fields; false when there is no such day. */
  updateCheckin(
    owner: Owner,
    day: string,
    change: Partial<Pick<StoredCheckin, 'text' | 'uploads' | 'comment'>>,
  ): Promise<boolean>;
  /** False (and nothing changed) when the participant belongs to a group already. */
  joinGroup(owner: Owner, group: string): Promise<boolean>;
  /**
   * A guest's days become the member's, except those that the member has too; the group is the member's own, or the
   * guest's where the member has none. The guest is left with nothing, and groups count each day and person once.
   */
  absorbCheckins(activity: string, guest: string, member: string): Promise<void>;
}
