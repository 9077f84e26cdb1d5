// The store's part for tasks: what participants handed in, and the pictures beside it.
import type { Owner } from './store.owner.js';

/** How a submission stands. `pending` and `approved` are live: an owner has at most one live one of a task. */
export type SubmissionState = 'pending' | 'approved' | 'rejected' | 'revoked';

/** Something handed in: proof for review, a followed target, or the answer to a step. */
export interface StoredSubmission extends Owner {
  /** Sorts by time. */
  id: string;
  /** Id of the task or step. */
  task: string;
  kind: 'proof' | 'follow' | 'step';
  state: SubmissionState;
  text: string | null;
  /** Ids of uploads. */
  uploads: readonly string[];
  /** What a reviewer said. */
  reason: string | null;
  /** Unix ms. */
  at: number;
}

/** A picture that was announced; its bytes come later. */
export interface StoredUpload extends Owner {
  id: string;
  type: string;
  /** How many bytes were announced: no more are taken. */
  bytes: number;
  isStored: boolean;
  /** Unix ms. */
  at: number;
}

/** What may be read of tasks. */
export interface TaskReader {
  /** Newest first. */
  submissions(owner: Owner): Promise<StoredSubmission[]>;
  submission(activity: string, id: string): Promise<StoredSubmission | null>;
  /** Proof in one state, by id (which is oldest first), after the one named. */
  proofs(
    activity: string,
    state: SubmissionState,
    after: string | null,
    limit: number,
  ): Promise<StoredSubmission[]>;
  upload(activity: string, id: string): Promise<StoredUpload | null>;
  /** The picture's bytes; null until they were stored. */
  uploadBytes(activity: string, id: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** How many uploads an owner has announced since a moment (unix ms). */
  uploadsSince(owner: Owner, since: number): Promise<number>;
}

/** What may be done with tasks. */
export interface TaskTransaction extends TaskReader {
  /** False (and nothing changed) when the owner has a live one of this task. */
  addSubmission(submission: StoredSubmission): Promise<boolean>;
  updateSubmission(
    activity: string,
    id: string,
    change: Partial<Pick<StoredSubmission, 'participant' | 'state' | 'text' | 'reason'>>,
  ): Promise<void>;
  addUpload(upload: StoredUpload): Promise<void>;
  /** Keeps the bytes of an announced picture; false when they are there already, or it was never announced. */
  storeUpload(activity: string, id: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean>;
}
