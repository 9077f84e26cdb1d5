// Claimed tiers, facts by name, and what of a guest becomes its member's.
import { type Kysely, sql } from 'kysely';
import type { InviteReader, InviteTransaction } from '../store.invite.js';
import type { Tables } from './tables.js';

/** What may be read of them. */
export function readTierClaims(db: Kysely<Tables>): Pick<InviteReader, 'tierClaims' | 'hasFact'> {
  return {
    tierClaims: ({ activity, participant }) =>
      db
        .selectFrom('fanfare.tier_claims')
        .selectAll()
        .where('activity', '=', activity)
        .where('participant', '=', participant)
        .orderBy('at')
        .execute(),
    async hasFact({ activity, participant }, name) {
      const found = await db
        .selectFrom('fanfare.facts')
        .select('id')
        .where('activity', '=', activity)
        .where('participant', '=', participant)
        .where('name', '=', name)
        .limit(1)
        .executeTakeFirst();
      return found !== undefined;
    },
  };
}

/** How they come, and how they are moved. */
export function writeTierClaims(
  db: Kysely<Tables>,
): Pick<InviteTransaction, 'addTierClaim' | 'absorbFriends'> {
  return {
    async addTierClaim(claim) {
      const added = await db
        .insertInto('fanfare.tier_claims')
        .values(claim)
        .onConflict((taken) => taken.columns(['activity', 'participant', 'tier']).doNothing())
        .returning('tier')
        .executeTakeFirst();
      return added !== undefined;
    },
    async absorbFriends(activity, guest, member) {
      const ofGuest = sql`activity = ${activity} and participant = ${guest}`;
      await sql`
        update fanfare.invites set inviter = ${member} where activity = ${activity} and inviter = ${guest}`.execute(
        db,
      );
      await sql`update fanfare.facts set participant = ${member} where ${ofGuest}`.execute(db);
      await sql`update fanfare.uploads set participant = ${member} where ${ofGuest}`.execute(db);
      await sql`update fanfare.claims set participant = ${member} where ${ofGuest}`.execute(db);
      await sql`
        update fanfare.tier_claims as c set participant = ${member}
        where ${ofGuest} and not exists (
          select 1 from fanfare.tier_claims as m
          where m.activity = c.activity and m.participant = ${member} and m.tier = c.tier
        )`.execute(db);
      await sql`delete from fanfare.tier_claims where ${ofGuest}`.execute(db);
    },
  };
}
