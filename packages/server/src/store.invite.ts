// The store's part for inviting: who brought whom, and who has claimed which tier.
import type { Invite } from '@fanfare/protocol';
import type { Owner } from './store.owner.js';

/** Why a friend does not count. */
export type FriendReason = NonNullable<Invite['friends'][number]['reason']>;

/** One accepted invite. `(activity, friend)` is unique: nobody has two inviters. */
export interface StoredInvite {
  activity: string;
  id: string;
  /** Who accepted. */
  friend: string;
  inviter: string;
  /** The code that was accepted. It stays when the inviter signs in and becomes somebody else. */
  code: string;
  /** A refused one is no tie any more: it makes no cycle. */
  state: 'pending' | 'valid' | 'refused';
  /** Null for a valid one. */
  reason: FriendReason | null;
  /** The delivery channel that the friend came by. */
  channel: string | null;
  /** Unix ms. */
  at: number;
}

/** A friend as the inviter sees it: the invite with the friend's profile. */
export interface StoredFriend extends StoredInvite {
  name: string | null;
  avatar: string | null;
}

/** A claimed tier. `(owner, tier)` is unique. */
export interface StoredTierClaim extends Owner {
  tier: string;
  reward: string;
  /** Fen of an opened red envelope; null for any other tier. */
  amount: number | null;
  /** Unix ms. */
  at: number;
}

/** What may be read of invites. */
export interface InviteReader {
  /** The invite that a participant has accepted. */
  invite(friend: Owner): Promise<StoredInvite | null>;
  inviteById(activity: string, id: string): Promise<StoredInvite | null>;
  /** Ids of the inviter, the inviter's inviter and so on, up to the one whom nobody brought. */
  inviters(friend: Owner): Promise<string[]>;
  /** The newest friends of an inviter, newest first. */
  friends(inviter: Owner, limit: number): Promise<StoredFriend[]>;
  validFriends(inviter: Owner): Promise<number>;
  /** Pending invites held for `reason`, by id (which is oldest first), after the one named. */
  heldInvites(
    activity: string,
    reason: FriendReason,
    after: string | null,
    limit: number,
  ): Promise<StoredFriend[]>;
  tierClaims(owner: Owner): Promise<StoredTierClaim[]>;
  /** Whether a fact of that name was recorded for the participant. */
  hasFact(owner: Owner, name: string): Promise<boolean>;
}

/** What may be done with invites. */
export interface InviteTransaction extends InviteReader {
  /**
   * Takes the lock of that name and waits for it; `shared` holders do not exclude each other. A store that runs
   * one transaction at a time need not do anything.
   */
  lock(name: string, mode: 'shared' | 'exclusive'): Promise<void>;
  /** False (and nothing changed) when the friend has an invite already. */
  addInvite(invite: StoredInvite): Promise<boolean>;
  updateInvite(friend: Owner, change: Partial<Pick<StoredInvite, 'state' | 'reason'>>): Promise<void>;
  removeInvite(friend: Owner): Promise<void>;
  /** False (and nothing changed) when the owner has claimed the tier already. */
  addTierClaim(claim: StoredTierClaim): Promise<boolean>;
  /**
   * The part of a link that follows no rule: the guest's friends, facts, uploads and form data become the member's,
   * and so do its claimed tiers that the member has not. What the guest itself accepted stays for the app to judge.
   */
  absorbFriends(activity: string, guest: string, member: string): Promise<void>;
}
