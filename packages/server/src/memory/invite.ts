// Invites in memory.
import type { InviteReader, InviteTransaction, StoredFriend, StoredInvite } from '../store.invite.js';
import type { Owner } from '../store.owner.js';
import { keyOf, ownerKey, type Tables } from './tables.js';

const friendOf = (invite: StoredInvite): Owner => ({
  activity: invite.activity,
  participant: invite.friend,
});
const inviterOf = (invite: StoredInvite): Owner => ({
  activity: invite.activity,
  participant: invite.inviter,
});

/** What may be read of invites. */
export function readInvites(tables: Tables): InviteReader {
  const shown = (invite: StoredInvite): StoredFriend => {
    const person = tables.participants.get(ownerKey(friendOf(invite)));
    return { ...invite, name: person?.name ?? null, avatar: person?.avatar ?? null };
  };
  const friends = (inviter: Owner): StoredInvite[] =>
    (tables.friendsOf.get(ownerKey(inviter)) ?? []).map((key) => tables.invites.get(key)!);
  return {
    invite: async (friend) => tables.invites.get(ownerKey(friend)) ?? null,
    inviteById: async (activity, id) =>
      tables.invites.get(tables.inviteIds.get(keyOf(activity, id)) ?? '') ?? null,
    async inviters(friend) {
      const found: string[] = [];
      for (let at = tables.invites.get(ownerKey(friend)); at && at.state !== 'refused'; ) {
        if (found.includes(at.inviter)) break;
        found.push(at.inviter);
        at = tables.invites.get(ownerKey(inviterOf(at)));
      }
      return found;
    },
    friends: async (inviter, limit) =>
      friends(inviter)
        .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
        .slice(0, limit)
        .map(shown),
    validFriends: async (inviter) => friends(inviter).filter(({ state }) => state === 'valid').length,
    heldInvites: async (activity, reason, after, limit) =>
      tables.invites
        .values()
        .filter((one) => one.activity === activity && one.state === 'pending' && one.reason === reason)
        .filter(({ id }) => after === null || id > after)
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, limit)
        .map(shown),
    tierClaims: async (owner) => [...(tables.tierClaims.get(ownerKey(owner)) ?? [])],
    hasFact: async (owner, name) => (tables.factNames.get(ownerKey(owner)) ?? []).includes(name),
  };
}

/** What may be done with invites. */
export function writeInvites(tables: Tables): Omit<InviteTransaction, keyof InviteReader> {
  const append = <Row>(
    table: { get(key: string): readonly Row[] | undefined; set(key: string, rows: readonly Row[]): void },
    key: string,
    rows: readonly Row[],
  ) => table.set(key, [...(table.get(key) ?? []), ...rows]);

  return {
    lock: async () => {},
    async addInvite(invite) {
      const key = ownerKey(friendOf(invite));
      if (tables.invites.get(key)) return false;
      tables.invites.set(key, invite);
      tables.inviteIds.set(keyOf(invite.activity, invite.id), key);
      append(tables.friendsOf, ownerKey(inviterOf(invite)), [key]);
      return true;
    },
    async updateInvite(friend, change) {
      const before = tables.invites.get(ownerKey(friend));
      if (before) tables.invites.set(ownerKey(friend), { ...before, ...change });
    },
    async removeInvite(friend) {
      const key = ownerKey(friend);
      const invite = tables.invites.get(key);
      if (!invite) return;
      const inviter = ownerKey(inviterOf(invite));
      tables.invites.delete(key);
      tables.inviteIds.delete(keyOf(invite.activity, invite.id));
      tables.friendsOf.set(
        inviter,
        (tables.friendsOf.get(inviter) ?? []).filter((one) => one !== key),
      );
    },
    async addTierClaim(claim) {
      const key = ownerKey(claim);
      if (tables.tierClaims.get(key)?.some(({ tier }) => tier === claim.tier)) return false;
      append(tables.tierClaims, key, [claim]);
      return true;
    },
    async absorbFriends(activity, guest, member) {
      const from = ownerKey({ activity, participant: guest });
      const to = ownerKey({ activity, participant: member });
      for (const key of tables.friendsOf.get(from) ?? [])
        tables.invites.set(key, { ...tables.invites.get(key)!, inviter: member });
      append(tables.friendsOf, to, tables.friendsOf.get(from) ?? []);
      tables.friendsOf.delete(from);

      append(tables.factNames, to, tables.factNames.get(from) ?? []);
      tables.factNames.delete(from);

      for (const key of tables.uploadsOf.get(from) ?? [])
        tables.uploads.set(key, { ...tables.uploads.get(key)!, participant: member });
      append(tables.uploadsOf, to, tables.uploadsOf.get(from) ?? []);
      tables.uploadsOf.delete(from);

      for (const reward of tables.rewards.get(to) ?? []) {
        const key = keyOf(activity, reward.id);
        const claim = tables.claims.get(key);
        if (claim) tables.claims.set(key, { ...claim, participant: member });
      }

      const had = tables.tierClaims.get(to) ?? [];
      const moved = (tables.tierClaims.get(from) ?? []).filter(
        ({ tier }) => !had.some((claim) => claim.tier === tier),
      );
      append(
        tables.tierClaims,
        to,
        moved.map((claim) => ({ ...claim, participant: member })),
      );
      tables.tierClaims.delete(from);
    },
  };
}
