// Where the app keeps everything: one transaction per effect, a few verbs per idea. The rules (phases, chance
// rules, picks) live in the app; a store only keeps records and guards what must hold under any concurrency.
import type { Definition, Reward } from '@fanfare/protocol';
import type { CheckinReader, CheckinTransaction } from './store.checkin.js';
import type { ClaimReader, ClaimTransaction } from './store.claims.js';
import type { EventReader, EventTransaction } from './store.events.js';
import type { FairnessReader, FairnessTransaction, StoredDraw, StoredEpoch } from './store.fairness.js';
import type { ForesightTransaction } from './store.foresee.js';
import type { GuardTransaction } from './store.guard.js';
import type { InviteReader, InviteTransaction } from './store.invite.js';
import type { LedgerReader, LedgerTransaction } from './store.ledger.js';
import type { OperationsReader, OperationsTransaction } from './store.operations.js';
import type { Owner } from './store.owner.js';
import type { ChanceCount, StoredFact, StoredGrant, StoredParticipant } from './store.people.js';
import type { PointsReader, PointsTransaction } from './store.points.js';
import type { RaffleReader, RaffleTransaction } from './store.raffle.js';
import type { ReportReader, ReportTransaction } from './store.reports.js';
import type { SinkTransaction } from './store.sinks.js';
import type { TaskReader, TaskTransaction } from './store.tasks.js';

export type { StoredCheckin } from './store.checkin.js';
export type { StoredClaim } from './store.claims.js';
export type { EventCount, EventDrop, EventHole, EventWindow, StoredEvent } from './store.events.js';
export type { LogHead, SealedDraw, StoredDraw, StoredEpoch } from './store.fairness.js';
export type { Foreseen } from './store.foresee.js';
export type { Hit } from './store.guard.js';
export type { FriendReason, StoredFriend, StoredInvite, StoredTierClaim } from './store.invite.js';
export { type Account, accounts, type StoredTransfer } from './store.ledger.js';
export type { StoredAward, StoredMessage } from './store.operations.js';
export type { Owner } from './store.owner.js';
export type { ChanceCount, StoredFact, StoredGrant, StoredParticipant } from './store.people.js';
export type { StoredPoints } from './store.points.js';
export type { StoredEntry, StoredRaffle } from './store.raffle.js';
export { EVERYBODY, type ReportCell, type ReportScope, SUMS_LOCK, type Touch } from './store.reports.js';
export type { StoredSubmission, StoredUpload, SubmissionState } from './store.tasks.js';

/** A store that the app can run on. `memoryStore()` and `postgresStore()` are two; `testStore` proves a third. */
export interface Store {
  /**
   * Opens and migrates at the first call; afterwards one round trip that proves the store still answers.
   * Rejects with {@link StoreUnavailable} while it cannot be reached. Readiness checks call it.
   */
  ready(): Promise<void>;
  /**
   * Runs `work` over one consistent snapshot. Nothing may be written.
   */
  read<T>(work: (reader: Reader) => Promise<T>): Promise<T>;
  /**
   * Runs `work` in one transaction: committed when it resolves, rolled back whole when it rejects (and the
   * rejection is passed on unchanged). `work` may run more than once after a deadlock or a serialization
   * failure, so it must have no effect outside `tx`.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Waits for running work, then lets go of connections and files. */
  close(): Promise<void>;
}

/** The store cannot be reached or is too busy; nothing was changed. The app answers 503 with `Retry-After`. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}

/** One version of a definition as stored, with every default filled in. */
export interface StoredActivity {
  id: string;
  /** 1, 2, 3 ... */
  version: number;
  definition: Definition;
  /** The newest epoch; null for an activity without a lottery. */
  epoch: StoredEpoch | null;
  /** Secret, hex: what participants' salts are made from. As it was given with the first version. */
  salt_key: string;
  /** Unix ms. */
  updated_at: number;
}

/** A reward and whose it is. The prize's name, picture and form are kept as they were when it was won. */
export type StoredReward = Reward & Owner;

/** The answer of a keyed request. `(owner, route, key)` is unique. */
export interface SavedAnswer extends Owner {
  route: string;
  key: string;
  /** SHA-256 of the canonical body, hex. */
  fingerprint: string;
  status: number;
  /** The body, byte for byte as it was sent. */
  body: string;
  /** Unix ms. */
  at: number;
}

/** The stock of one prize (or `tier:<id>`, a tier's quota; or `pool`, in fen): `left` is never below 0, and `left + awarded` never above `total` by an award. */
export interface StoredStock {
  prize: string;
  total: number;
  left: number;
  awarded: number;
}

/** What may be read, inside a transaction or out of it. */
export interface Reader
  extends InviteReader,
    TaskReader,
    LedgerReader,
    ClaimReader,
    CheckinReader,
    PointsReader,
    EventReader,
    FairnessReader,
    RaffleReader,
    OperationsReader,
    ReportReader {
  /** The newest version, read together with the newest epoch in one statement; null when there is none. */
  activity(id: string): Promise<StoredActivity | null>;
  /** One version's definition; null when there is none. */
  activityVersion(id: string, version: number): Promise<Definition | null>;
  /** Ids of all activities, in order. */
  activityIds(): Promise<string[]>;

  participant(owner: Owner): Promise<StoredParticipant | null>;
  participantBySecret(activity: string, secretHash: string): Promise<StoredParticipant | null>;
  participantByInvite(activity: string, inviteCode: string): Promise<StoredParticipant | null>;

  /** `{ granted: 0, used: 0 }` for somebody unknown. */
  chances(owner: Owner): Promise<ChanceCount>;
  /** All grants of a participant, oldest first. */
  grants(owner: Owner): Promise<StoredGrant[]>;
  /** How many grants of one rule there are, in all and on one day. */
  grantCount(owner: Owner, rule: string, day: string): Promise<{ total: number; day: number }>;
  /** How many draws were made on a day (key in the activity's zone). */
  drawsOn(owner: Owner, day: string): Promise<number>;
  /** Newest first. */
  rewards(owner: Owner): Promise<StoredReward[]>;
  fact(activity: string, id: string): Promise<StoredFact | null>;
  draw(activity: string, id: string): Promise<StoredDraw | null>;
  savedAnswer(owner: Owner, route: string, key: string): Promise<SavedAnswer | null>;

  /** Every stock row of the activity. */
  stock(activity: string): Promise<StoredStock[]>;
  /** Sums for `live`; they may run a second behind. Linked guests are not counted as participants. */
  counters(activity: string): Promise<{ participants: number; draws: number; awards: number }>;
  /** The newest rewards that came from draws, newest first, with the winner's name as it stands. */
  winners(activity: string, limit: number): Promise<{ name: string | null; reward: StoredReward }[]>;
}

/** What may be done in a transaction. Every lock is held until it ends. */
export interface Transaction
  extends Reader,
    InviteTransaction,
    TaskTransaction,
    LedgerTransaction,
    ClaimTransaction,
    GuardTransaction,
    CheckinTransaction,
    PointsTransaction,
    EventTransaction,
    SinkTransaction,
    FairnessTransaction,
    RaffleTransaction,
    ForesightTransaction,
    OperationsTransaction,
    ReportTransaction {
  /**
   * Takes the lock of that name without waiting; false when another transaction holds it. A store that runs
   * one transaction at a time always answers true.
   */
  tryLock(name: string): Promise<boolean>;
  /**
   * The participant, locked against other transactions until the end (waits for them). All changes to one
   * participant go through it. Who locks two does so in the order of their ids.
   */
  lockParticipant(owner: Owner): Promise<StoredParticipant | null>;

  /**
   * Stores `definition` as version `expected + 1`; `expected` is 0 for a new activity. Answers the new version,
   * or null (and changes nothing) when the newest version is another one. `saltKey` is kept of the first version.
   */
  saveActivity(
    definition: Definition,
    expected: number,
    at: number,
    saltKey?: string,
  ): Promise<number | null>;
  /** Closes the newest epoch, if any, at `epoch.opened_at` and opens this one. */
  openEpoch(activity: string, epoch: StoredEpoch): Promise<void>;
  /** Sets a prize's total: `left` becomes `total - awarded`, at least 0. */
  setStock(activity: string, prize: string, total: number): Promise<void>;

  /** False (and nothing changed) when the id is there already. Throws when only the invite code is taken. */
  addParticipant(participant: StoredParticipant): Promise<boolean>;
  /** Changes the named fields of a participant. */
  updateParticipant(
    owner: Owner,
    change: Partial<Pick<StoredParticipant, 'name' | 'avatar' | 'seen_day' | 'seen_version' | 'revisions'>>,
  ): Promise<void>;

  /** Adds a grant and its chances; false when `(owner, rule, occurrence)` has one already. */
  addGrant(grant: StoredGrant): Promise<boolean>;
  /** Uses one chance; false when `used >= granted`. */
  useChance(owner: Owner): Promise<boolean>;
  /** False when the activity has a fact of that id already. */
  addFact(fact: StoredFact): Promise<boolean>;

  /** Counts up and answers the participant's draw number in the epoch: 1, 2, 3 ... */
  nextNonce(owner: Owner, epoch: number): Promise<number>;
  /** Stores a draw, counts it for `day` (see {@link Reader.drawsOn}) and lays it out for the sealer. */
  addDraw(draw: StoredDraw, day: string): Promise<void>;
  addReward(reward: StoredReward): Promise<void>;
  /** Stores the answer of a keyed request; throws when the key has one already. */
  saveAnswer(answer: SavedAnswer): Promise<void>;
  /** Forgets up to `limit` answers of an activity from before a moment (unix ms), and says how many there were. */
  purgeAnswers(activity: string, before: number, limit: number): Promise<number>;
  /**
   * Takes one (or `count`) from the stock; false, and nothing taken, when less is left or there is no such row. The
   * contended row: the last statement of an effect, so that it is locked for no longer than the commit takes.
   */
  takeStock(activity: string, prize: string, count?: number): Promise<boolean>;

  /** Adds one-time codes and answers how many were new. */
  addCodes(activity: string, codes: readonly string[]): Promise<number>;
  /** Uses a one-time code up, atomically. */
  useCode(owner: Owner, code: string, at: number): Promise<'used_now' | 'used_before' | 'unknown'>;

  /**
   * Links a guest to a member: moves its rewards and saved answers (a key that the member has too stays with
   * the member's answer), adds its used chances and its draws of each day to the member's, leaves the guest
   * with no chances and no grants, and sets `linked_to`. Draws stay under the identity that made them. Grants
   * are not moved: the app adds those that the rules still allow.
   */
  absorb(activity: string, guest: string, member: string): Promise<void>;
}
