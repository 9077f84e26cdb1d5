// What delivery asks of durable storage: one append-only table shared by all tabs. Nothing in it belongs to a tab,
// so nothing ever has to be handed over.
import type { Row } from '../event/row.js';
import type { DropReason } from '../intake/page-state.js';
import type { Drops } from './drops.js';

/** What a tab is given to send. */
export interface Claim {
  rows: Row[];
  /** Events in the store. */
  left: number;
  /** The server asked for patience: nobody sends for so many ms. */
  pause?: number | undefined;
  /** With no rows: look again after this many ms; undefined when there is nothing to wait for. */
  wait?: number | undefined;
  /** Whether drops wait to be reported. */
  hasDrops: boolean;
}

export interface ClaimOptions {
  /** The page that asks. */
  owner: string;
  now: number;
  limit: number;
  /** Whether a lock was obtained, so that another tab's lease says nothing. */
  isLocked: boolean;
  /** Keys to leave out. */
  skip: ReadonlySet<string>;
}

/** An event that the server does not want. */
export interface Dead {
  key: string;
  json: string;
  /** Why, in the server's word. */
  code: string;
}

export interface EventStore {
  /** The next events by priority and time; renews the lease. */
  claim(options: ClaimOptions): Promise<Claim>;
  /** Removes exactly these, and remembers those that the server rejected. */
  remove(keys: readonly string[], dead?: readonly Dead[]): Promise<void>;
  /** Makes room for `excess` events: lowest priority first, oldest first; of `newest` what is left. Gives what went. */
  evict(excess: number, reason: DropReason, newest: readonly Row[]): Promise<string[]>;
  /** Drops what is older. */
  expire(before: number): Promise<string[]>;
  count(): Promise<number>;
  /** No tab sends before `until`. */
  pause(now: number, until: number): Promise<void>;
  /** When the tab that sends last gave a sign, unix ms. */
  leasedAt(): Promise<number>;
  release(owner: string): Promise<void>;
  /** Turns counted drops, and `more`, into events, in one transaction. Gives those events. */
  report(more: PageDrops, write: (drops: Drops) => Row[]): Promise<Row[]>;
  /** Rejected events, newest last. */
  dead(): Promise<Dead[]>;
}

export type PageDrops = readonly [DropReason, number][];
