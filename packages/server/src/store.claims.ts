// The store's part for claiming what was won.
import type { Input, Reward } from '@fanfare/protocol';
import type { Owner } from './store.owner.js';

/** A claimed reward with the address or account that was given for it: personal data, for operators alone. */
export interface StoredClaim extends Owner {
  /** Id of the reward; unique within the activity. */
  reward: string;
  form: Input<'reward.claim'>;
  /** Unix ms. */
  at: number;
}

/** What may be read of claims. */
export interface ClaimReader {
  reward(owner: Owner, id: string): Promise<(Reward & Owner) | null>;
  claim(activity: string, reward: string): Promise<StoredClaim | null>;
  /** Pending rewards whose `claim_by` is at or before a moment (unix ms). */
  overdueRewards(activity: string, now: number, limit: number): Promise<(Reward & Owner)[]>;
}

/** What may be done with claims. */
export interface ClaimTransaction extends ClaimReader {
  /** Replaces a reward of the same owner and id. */
  updateReward(reward: Reward & Owner): Promise<void>;
  /** False (and nothing changed) when the reward has a claim. */
  addClaim(claim: StoredClaim): Promise<boolean>;
}
