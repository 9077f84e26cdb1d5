// The store's part for those who run it: look-ups for support, the outbox of webhooks, and forgetting.
import type { Reward } from '@fanfare/protocol';
import type { StoredClaim } from './store.claims.js';
import type { StoredDraw } from './store.fairness.js';
import type { Owner } from './store.owner.js';

/** A message on its way to the host. Unique by its id; it stays until the host has answered that it came. */
export interface StoredMessage {
  /** A UUIDv7. */
  id: string;
  activity: string;
  /** The body, byte for byte as it is sent. */
  body: string;
  /** Unix ms. */
  at: number;
  /** How often it was sent. */
  attempts: number;
  /** When it is sent next, unix ms; null for one that was given up. */
  next_at: number | null;
  /** What the last attempt met; null while there was none. */
  error: string | null;
}

/** Something given out, whose it is now, and what was filled in to claim it. */
export interface StoredAward {
  reward: Reward & Owner;
  name: string | null;
  claim: Pick<StoredClaim, 'form' | 'at'> | null;
}

/** What may be read by those who run it. */
export interface OperationsReader {
  drawByReceipt(activity: string, receipt: string): Promise<StoredDraw | null>;
  rewardByReceipt(activity: string, receipt: string): Promise<(Reward & Owner) | null>;
  /** Everything given out, by id (which is oldest first), after the one named. */
  awards(activity: string, after: string | null, limit: number): Promise<StoredAward[]>;
  /** Messages that wait, and those that were given up. */
  outbox(): Promise<{ waiting: number; stuck: number; oldest: number | null }>;
}

/** What may be done by those who run it. */
export interface OperationsTransaction extends OperationsReader {
  addMessage(message: StoredMessage): Promise<void>;
  /**
   * Up to `limit` messages that are due at `now`, each counted as sent once more and put off until `until`: of several
   * copies one sends it, and another one takes over if that copy dies.
   */
  leaseMessages(now: number, until: number, limit: number): Promise<StoredMessage[]>;
  /** The host has it. */
  removeMessage(id: string): Promise<void>;
  /** The host has not got it; null gives it up. */
  putOffMessage(id: string, next_at: number | null, error: string): Promise<void>;
  /** Sends everything again that was given up, at `now`, and answers how many there are. */
  retryMessages(now: number): Promise<number>;
  /**
   * Forgets personal data of an activity, about `limit` rows of each kind at a time: names and portraits, what was
   * filled in to claim, pictures, words of check-ins and proof, and what limits were counted by. Draws, rewards and money stay.
   * Answers how many rows it touched; 0 when nothing is left to forget.
   */
  forgetPeople(activity: string, limit: number): Promise<number>;
  /** Forgets about `limit` events of days (since 1970) before one; answers how many. Their sums stay. */
  forgetEvents(beforeDay: number, limit: number): Promise<number>;
}
