// Who takes part, what was granted to them, and what is known of them.
import type { Owner } from './store.owner.js';

/** A person in one activity. */
export interface StoredParticipant {
  activity: string;
  id: string;
  kind: 'guest' | 'member';
  name: string | null;
  avatar: string | null;
  /** The own invite code; unique within the activity. */
  invite_code: string;
  /** SHA-256 of a guest's secret, hex; null for members. Unique within the activity. */
  secret_hash: string | null;
  /** The member that this guest was merged into; null otherwise. */
  linked_to: string | null;
  /** The last day (key in the activity's zone) on which it was seen; null for one known by facts only. */
  seen_day: string | null;
  /** The definition's version at that time. */
  seen_version: number;
  /** Revision of each section of `me`, by the section's name; a missing one is 0. */
  revisions: Record<string, number>;
  /** Unix ms. */
  joined_at: number;
}

/** Chances granted once by one rule. `(owner, rule, occurrence)` is unique. */
export interface StoredGrant extends Owner {
  /** The id of the chance rule. */
  rule: string;
  /** What granted it: `joined`, a day key, or the id of a fact. */
  occurrence: string;
  /** The day (key in the activity's zone) that `per_day` counts it for. */
  day: string;
  chances: number;
  /** Unix ms. */
  at: number;
}

/** A fact from the host's server. `(activity, id)` is unique. */
export interface StoredFact extends Owner {
  id: string;
  name: string;
  value: number | null;
  /** Chances that it granted. */
  granted: number;
  /** Unix ms. */
  at: number;
}

/** Chances of one participant. `used` may exceed `granted` after a link (see {@link Transaction.absorb}). */
export interface ChanceCount {
  granted: number;
  used: number;
}
