// The texts that proofs are hashes of. Backend and verifier build them here, and nowhere else.
import { canonicalJson } from './canonical-json.js';
import type { Commitment, LogEntry } from './fairness.js';
import { sha256Hex } from './sha256.js';

/** Who made which draw. */
export interface DrawnBy {
  activity: string;
  participant: string;
  /** The participant's own, known to nobody else. */
  salt: string;
  epoch: number;
  nonce: number;
}

/** What stands for the participant in the log. Each draw has another one, so nobody else can put two together. */
export const participantHash = ({ activity, participant, salt, epoch, nonce }: DrawnBy): string =>
  sha256Hex(`${salt}:${activity}:${epoch}:${nonce}:${participant}`);

/** What the first entry of an activity's log follows. */
export const logStart = (activity: string): string => sha256Hex(`fanfare:${activity}`);

/** The hash of an entry: it holds the entry before, the epoch's commitment and every field of its own. */
export function entryHash(
  previous: string,
  { seed_hash, rules_hash }: Pick<Commitment, 'seed_hash' | 'rules_hash'>,
  { hash: _hash, ...entry }: Omit<LogEntry, 'hash'> & { hash?: string },
): string {
  return sha256Hex([previous, seed_hash, rules_hash, canonicalJson(entry)].join('\n'));
}

/** What of a prize decides who gets it. */
export interface CommittedPrize {
  id: string;
  kind: string;
  weight: number;
  stock?: number;
  /** RFC 3339; before it the prize cannot be won. */
  from?: string;
}

/** The committed text, read. */
export interface CommittedRules {
  activity: string;
  prizes: CommittedPrize[];
}
