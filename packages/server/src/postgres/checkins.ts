// Check-ins: the primary key keeps the promise of one a day. Groups are counted in buckets, like the sums of `live`.
import { type Kysely, type Selectable, sql } from 'kysely';
import type { CheckinReader, CheckinTransaction, StoredCheckin } from '../store.checkin.js';
import type { Tables } from './tables.js';

const BUCKETS = 16;
const MEMBERS = '';

const bucket = sql`pg_backend_pid() % ${sql.lit(BUCKETS)}`;
const andCount = sql`
  on conflict (activity, group_id, day, bucket) do update set total = c.total + excluded.total`;

const storedOf = ({ group_id, ...row }: Selectable<Tables['fanfare.checkins']>): StoredCheckin => ({
  ...row,
  group: group_id,
});

/** What may be read of check-ins. */
export function readCheckins(db: Kysely<Tables>): CheckinReader {
  return {
    async checkins({ activity, participant }) {
      const rows = await db
        .selectFrom('fanfare.checkins')
        .selectAll()
        .where('activity', '=', activity)
        .where('participant', '=', participant)
        .orderBy('day')
        .execute();
      return rows.map(storedOf);
    },

    async handedIn(activity, day, after, limit) {
      const rows = await db
        .selectFrom('fanfare.checkins')
        .selectAll()
        .where('activity', '=', activity)
        .where('day', '=', day)
        .where('participant', '>', after ?? '')
        // As the index says it.
        .where(sql<boolean>`(text is not null or json_array_length(uploads) > 0)`)
        .orderBy('participant')
        .limit(limit)
        .execute();
      return rows.map(storedOf);
    },

    async groupOf({ activity, participant }) {
      const row = await db
        .selectFrom('fanfare.checkin_members')
        .select('group_id')
        .where('activity', '=', activity)
        .where('participant', '=', participant)
        .executeTakeFirst();
      return row?.group_id ?? null;
    },

    async groupCount(activity, group, day) {
      const { rows } = await sql<{ members: number; done: number }>`
        select
          coalesce(sum(total) filter (where day = ${MEMBERS}), 0)::bigint as members,
          coalesce(sum(total) filter (where day = ${day}), 0)::bigint as done
        from fanfare.checkin_counts
        where activity = ${activity} and group_id = ${group} and day in (${MEMBERS}, ${day})`.execute(db);
      return rows[0] ?? { members: 0, done: 0 };
    },
  };
}

/** What may be done with check-ins. */
export function writeCheckins(db: Kysely<Tables>): Omit<CheckinTransaction, keyof CheckinReader> {
  return {
    async addCheckin({ group, uploads, ...checkin }) {
      const { activity, participant, day, kind, points, factor, paid, price, text, comment, at } = checkin;
      const { rows } = await sql`
        with added as (
          insert into fanfare.checkins
            (activity, participant, day, kind, points, factor, paid, price, group_id, text, uploads, comment, at)
          values (${activity}, ${participant}, ${day}, ${kind}, ${points}, ${factor}, ${paid}, ${price}, ${group},
            ${text}, ${JSON.stringify(uploads)}, ${comment}, ${at})
          on conflict (activity, participant, day) do nothing
          returning activity, group_id, day
        ), counted as (
          insert into fanfare.checkin_counts as c (activity, group_id, day, bucket, total)
          select activity, group_id, day, ${bucket}, 1 from added where group_id is not null
          ${andCount}
        )
        select 1 from added`.execute(db);
      return rows.length === 1;
    },

    async updateCheckin({ activity, participant }, day, { uploads, ...change }) {
      const changed = await db
        .updateTable('fanfare.checkins')
        .set(uploads ? { ...change, uploads: JSON.stringify(uploads) } : change)
        .where('activity', '=', activity)
        .where('participant', '=', participant)
        .where('day', '=', day)
        .returning('day')
        .executeTakeFirst();
      return changed !== undefined;
    },

    async joinGroup({ activity, participant }, group) {
      const { rows } = await sql`
        with added as (
          insert into fanfare.checkin_members (activity, participant, group_id)
          values (${activity}, ${participant}, ${group})
          on conflict (activity, participant) do nothing
          returning activity, group_id
        )
        insert into fanfare.checkin_counts as c (activity, group_id, day, bucket, total)
        select activity, group_id, ${MEMBERS}, ${bucket}, 1 from added
        ${andCount}
        returning 1`.execute(db);
      return rows.length === 1;
    },

    async absorbCheckins(activity, guest, member) {
      const ofGuest = sql`g.activity = ${activity} and g.participant = ${guest}`;
      await sql`
        with doubled as (
          delete from fanfare.checkins as g
          where ${ofGuest} and exists (
            select 1 from fanfare.checkins as m
            where m.activity = g.activity and m.participant = ${member} and m.day = g.day
          )
          returning g.activity, g.group_id, g.day
        )
        insert into fanfare.checkin_counts as c (activity, group_id, day, bucket, total)
        select activity, group_id, day, ${bucket}, -1 from doubled where group_id is not null
        ${andCount}`.execute(db);
      await sql`update fanfare.checkins as g set participant = ${member} where ${ofGuest}`.execute(db);
      await sql`
        with gone as (
          delete from fanfare.checkin_members as g where ${ofGuest} returning g.activity, g.group_id
        ), kept as (
          insert into fanfare.checkin_members (activity, participant, group_id)
          select activity, ${member}, group_id from gone
          on conflict (activity, participant) do nothing
          returning group_id
        )
        insert into fanfare.checkin_counts as c (activity, group_id, day, bucket, total)
        select activity, group_id, ${MEMBERS}, ${bucket}, -1 from gone where not exists (select 1 from kept)
        ${andCount}`.execute(db);
    },
  };
}
