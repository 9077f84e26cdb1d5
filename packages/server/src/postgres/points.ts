// Points: entries that are never changed, and a row that is their sum. The `where` of a payment decides; the check
// constraint of the table is there for the day somebody writes another statement.
import { type Kysely, sql } from 'kysely';
import type { Owner, StoredPoints } from '../store.js';
import type { PointsReader, PointsTransaction } from '../store.points.js';
import type { Tables } from './tables.js';

/** What may be read of points. */
export function readPoints(db: Kysely<Tables>): PointsReader {
  return {
    async balance({ activity, participant }) {
      const row = await db
        .selectFrom('fanfare.points')
        .select(['balance', 'owed'])
        .where('activity', '=', activity)
        .where('participant', '=', participant)
        .executeTakeFirst();
      return row ? row.balance - row.owed : 0;
    },

    pointEntries: ({ activity, participant }, limit) =>
      db
        .selectFrom('fanfare.point_entries')
        .select(['activity', 'participant', 'id', 'change', 'reason', 'subject', 'at'])
        .where('activity', '=', activity)
        .where('participant', '=', participant)
        .orderBy('at', 'desc')
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute(),
  };
}

const columns = sql`(activity, participant, id, change, reason, subject, at)`;

/** What may be done with points. */
export function writePoints(db: Kysely<Tables>): Omit<PointsTransaction, keyof PointsReader> {
  const isKnown = async ({ activity, participant, id }: StoredPoints) =>
    (await db
      .selectFrom('fanfare.point_entries')
      .select('id')
      .where('activity', '=', activity)
      .where('participant', '=', participant)
      .where('id', '=', id)
      .executeTakeFirst()) !== undefined;

  async function earn({ activity, participant, id, change, reason, subject, at }: StoredPoints) {
    const { rows } = await sql`
      with added as (
        insert into fanfare.point_entries ${columns}
        values (${activity}, ${participant}, ${id}, ${change}, ${reason}, ${subject}, ${at})
        on conflict (activity, participant, id) do nothing
        returning activity, participant, change
      )
      insert into fanfare.points as p (activity, participant, balance, owed)
      select activity, participant, change, 0 from added
      on conflict (activity, participant) do update set
        balance = p.balance + greatest(excluded.balance - p.owed, 0),
        owed = greatest(p.owed - excluded.balance, 0)
      returning 1`.execute(db);
    return rows.length === 1 ? ('added' as const) : ('known' as const);
  }

  // The balance first: two payments at once wait for each other there, and the second sees what is left.
  async function spend(entry: StoredPoints) {
    const { activity, participant, id, change, reason, subject, at } = entry;
    if (await isKnown(entry)) return 'known' as const;
    const { rows } = await sql`
      with paid as (
        update fanfare.points set balance = balance + ${change}
        where activity = ${activity} and participant = ${participant} and balance + ${change} >= 0
        returning activity, participant
      )
      insert into fanfare.point_entries ${columns}
      select activity, participant, ${id}, ${change}, ${reason}, ${subject}, ${at} from paid
      returning 1`.execute(db);
    return rows.length === 1 ? ('added' as const) : ('short' as const);
  }

  const ofOwner = ({ activity, participant }: Owner) =>
    sql`activity = ${activity} and participant = ${participant}`;

  return {
    addPoints: (entry) => (entry.change < 0 ? spend(entry) : earn(entry)),

    async absorbPoints(activity, guest, member) {
      const ofGuest = ofOwner({ activity, participant: guest });
      const ofMember = ofOwner({ activity, participant: member });
      await sql`
        delete from fanfare.point_entries
        where ${ofGuest} and id in (select id from fanfare.point_entries where ${ofMember})`.execute(db);
      await sql`delete from fanfare.points where ${ofGuest}`.execute(db);
      await sql`
        with moved as (
          update fanfare.point_entries set participant = ${member} where ${ofGuest} returning change
        ), sum as (select coalesce(sum(change), 0)::bigint as change from moved)
        insert into fanfare.points as p (activity, participant, balance, owed)
        select ${activity}, ${member}, greatest(change, 0), greatest(-change, 0) from sum
        on conflict (activity, participant) do update set
          balance = greatest(p.balance - p.owed + excluded.balance - excluded.owed, 0),
          owed = greatest(p.owed - p.balance + excluded.owed - excluded.balance, 0)`.execute(db);
    },
  };
}
