// Invites: the friend's side by primary key, the inviter's side by index.
import { type Kysely, sql } from 'kysely';
import type { InviteReader, InviteTransaction } from '../store.invite.js';
import type { Owner } from '../store.owner.js';
import type { Tables } from './tables.js';

const withProfile = (db: Kysely<Tables>, activity: string) =>
  db
    .selectFrom('fanfare.invites as i')
    .leftJoin('fanfare.participants as p', (join) =>
      join.onRef('p.activity', '=', 'i.activity').onRef('p.id', '=', 'i.friend'),
    )
    .selectAll('i')
    .select(['p.name', 'p.avatar'])
    .where('i.activity', '=', activity);

/** What may be read of invites. */
export function readInvites(db: Kysely<Tables>): Omit<InviteReader, 'tierClaims' | 'hasFact'> {
  const invites = (activity: string) =>
    db.selectFrom('fanfare.invites').selectAll().where('activity', '=', activity);
  return {
    async invite({ activity, participant }) {
      return (await invites(activity).where('friend', '=', participant).executeTakeFirst()) ?? null;
    },
    async inviteById(activity, id) {
      return (await invites(activity).where('id', '=', id).executeTakeFirst()) ?? null;
    },
    async inviters({ activity, participant }) {
      const { rows } = await sql<{ path: string[] }>`
        with recursive line (inviter, path) as (
          select inviter, array[inviter] from fanfare.invites
          where activity = ${activity} and friend = ${participant} and state <> 'refused'
          union all
          select i.inviter, line.path || i.inviter from line
          join fanfare.invites as i on i.activity = ${activity} and i.friend = line.inviter
          where i.state <> 'refused' and i.inviter <> all (line.path)
        )
        select path from line order by cardinality(path) desc limit 1`.execute(db);
      return rows[0]?.path ?? [];
    },
    friends: ({ activity, participant }, limit) =>
      withProfile(db, activity)
        .where('i.inviter', '=', participant)
        .orderBy('i.at', 'desc')
        .orderBy('i.id', 'desc')
        .limit(limit)
        .execute(),
    async validFriends({ activity, participant }) {
      const { valid } = await db
        .selectFrom('fanfare.invites')
        .select(({ fn }) => fn.countAll<number>().as('valid'))
        .where('activity', '=', activity)
        .where('inviter', '=', participant)
        .where('state', '=', 'valid')
        .executeTakeFirstOrThrow();
      return valid;
    },
    heldInvites: (activity, reason, after, limit) =>
      withProfile(db, activity)
        .where('i.state', '=', 'pending')
        .where('i.reason', '=', reason)
        .where('i.id', '>', after ?? '')
        .orderBy('i.id')
        .limit(limit)
        .execute(),
  };
}

/** How invites come and change. */
export function writeInvites(
  db: Kysely<Tables>,
): Pick<InviteTransaction, 'lock' | 'addInvite' | 'updateInvite' | 'removeInvite'> {
  const ofFriend = ({ activity, participant }: Owner) =>
    sql`activity = ${activity} and friend = ${participant}`;
  return {
    async lock(name, mode) {
      const take = sql.raw(mode === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock');
      await sql`select ${take}(hashtextextended(${name}, 0))`.execute(db);
    },
    async addInvite(invite) {
      const added = await db
        .insertInto('fanfare.invites')
        .values(invite)
        .onConflict((taken) => taken.columns(['activity', 'friend']).doNothing())
        .returning('id')
        .executeTakeFirst();
      return added !== undefined;
    },
    async updateInvite({ activity, participant }, change) {
      await db
        .updateTable('fanfare.invites')
        .set(change)
        .where('activity', '=', activity)
        .where('friend', '=', participant)
        .execute();
    },
    async removeInvite(friend) {
      await sql`delete from fanfare.invites where ${ofFriend(friend)}`.execute(db);
    },
  };
}
