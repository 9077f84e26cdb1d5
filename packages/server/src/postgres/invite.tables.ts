// The tables of inviting, tasks, money and limits as the queries see them.
import type { ColumnType, Generated } from 'kysely';
import type {
  Owner,
  StoredClaim,
  StoredInvite,
  StoredSubmission,
  StoredTierClaim,
  StoredTransfer,
  StoredUpload,
} from '../store.js';

/** A `json` column: read as a value, written as text. */
type Json<T> = ColumnType<T, string, string>;

interface SubmissionRow extends Omit<StoredSubmission, 'uploads'> {
  uploads: Json<string[]>;
}

interface UploadRow extends Omit<StoredUpload, 'isStored'> {
  content: Uint8Array | null;
}

interface TransferRow extends Omit<StoredTransfer, 'from' | 'to'> {
  debit: StoredTransfer['from'];
  credit: StoredTransfer['to'];
}

interface EnvelopeRow {
  activity: string;
  tier: string;
  position: number;
  amount: number;
  is_open: Generated<boolean>;
}

interface ClaimRow extends Owner {
  reward: string;
  form: Json<StoredClaim['form']>;
  at: number;
}

interface HitRow {
  activity: string;
  guard: string;
  subject: string;
  starts: number;
  bucket: number;
  hits: number;
}

export interface InviteTables {
  'fanfare.invites': StoredInvite;
  'fanfare.tier_claims': StoredTierClaim;
  'fanfare.submissions': SubmissionRow;
  'fanfare.uploads': UploadRow;
  'fanfare.transfers': TransferRow;
  'fanfare.envelopes': EnvelopeRow;
  'fanfare.claims': ClaimRow;
  'fanfare.hits': HitRow;
  'fanfare.solutions': { activity: string; hash: string; at: number };
}
