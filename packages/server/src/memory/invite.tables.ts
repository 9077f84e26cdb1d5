// The memory store's tables for inviting, tasks, money and limits.
import type {
  StoredClaim,
  StoredInvite,
  StoredSubmission,
  StoredTierClaim,
  StoredTransfer,
  StoredUpload,
} from '../store.js';
import { type Journal, Table } from './table.js';

/** The red envelopes of one tier: those that wait, and what was opened. */
export interface Envelopes {
  waiting: readonly number[];
  opened: readonly number[];
}

export function createInviteTables(journal: Journal) {
  const table = <Row>() => new Table<Row>(journal);
  return {
    /** By friend. */
    invites: table<StoredInvite>(),
    /** Owner keys of friends, oldest first, by inviter. */
    friendsOf: table<readonly string[]>(),
    /** Owner keys of friends, by the invite's id. */
    inviteIds: table<string>(),
    /** Names of recorded facts, by owner. */
    factNames: table<readonly string[]>(),
    tierClaims: table<readonly StoredTierClaim[]>(),
    submissions: table<StoredSubmission>(),
    /** Keys of submissions, oldest first, by owner. */
    submissionsOf: table<readonly string[]>(),
    uploads: table<StoredUpload>(),
    /** Keys of uploads, oldest first, by owner. */
    uploadsOf: table<readonly string[]>(),
    uploadBytes: table<Uint8Array<ArrayBuffer>>(),
    transfers: table<StoredTransfer>(),
    /** Ids of the transfers that resolve another, by that other. */
    resolutions: table<string>(),
    envelopes: table<Envelopes>(),
    claims: table<StoredClaim>(),
    /** The newest window of a subject and its hits. */
    hits: table<{ window: number; hits: number }>(),
    solutions: table<number>(),
  };
}
