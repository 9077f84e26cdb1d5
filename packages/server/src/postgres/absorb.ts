// A guest signs in: what it has becomes the member's, once and without doubling anything.
import { type Kysely, sql } from 'kysely';
import type { Transaction } from '../store.js';
import { counting } from './counters.js';
import type { Tables } from './tables.js';

/** Links guests to members. */
export function writeLinks(db: Kysely<Tables>): Pick<Transaction, 'absorb'> {
  return {
    async absorb(activity, guest, member) {
      const ofGuest = sql`activity = ${activity} and participant = ${guest}`;
      await sql`update fanfare.rewards set participant = ${member} where ${ofGuest}`.execute(db);
      await sql`
        update fanfare.saved_answers as a set participant = ${member}
        where ${ofGuest} and not exists (
          select 1 from fanfare.saved_answers as m
          where m.activity = a.activity and m.participant = ${member} and m.route = a.route and m.key = a.key
        )`.execute(db);
      await sql`delete from fanfare.saved_answers where ${ofGuest}`.execute(db);
      await sql`
        with gone as (delete from fanfare.chances where ${ofGuest} returning used)
        insert into fanfare.chances as c (activity, participant, granted, used)
        select ${activity}, ${member}, 0, used from gone
        on conflict (activity, participant) do update set used = c.used + excluded.used`.execute(db);
      await sql`
        with gone as (delete from fanfare.draw_days where ${ofGuest} returning day, draws)
        insert into fanfare.draw_days as d (activity, participant, day, draws)
        select ${activity}, ${member}, day, draws from gone
        on conflict (activity, participant, day) do update set draws = d.draws + excluded.draws`.execute(db);
      await sql`delete from fanfare.grants where ${ofGuest}`.execute(db);

      const linked = await db
        .updateTable('fanfare.participants')
        .set({ linked_to: member })
        .where('activity', '=', activity)
        .where('id', '=', guest)
        .where('linked_to', 'is', null)
        .returning('id')
        .executeTakeFirst();
      if (linked) await counting(db, activity, { participants: -1 }).execute();
    },
  };
}
