// Raffles and their frozen lists.
import { type Kysely, sql } from 'kysely';
import type { RaffleReader, RaffleTransaction } from '../store.raffle.js';
import type { Tables } from './tables.js';

/** What may be read of raffles. */
export function readRaffles(db: Kysely<Tables>): RaffleReader {
  return {
    raffles: (activity) =>
      db.selectFrom('fanfare.raffles').selectAll().where('activity', '=', activity).orderBy('id').execute(),
    raffleEntries: (activity, raffle, after, limit) =>
      db
        .selectFrom('fanfare.raffle_entries')
        .select(['hash', 'participant'])
        .where('activity', '=', activity)
        .where('raffle', '=', raffle)
        .where('hash', '>', after)
        .orderBy('hash')
        .limit(limit)
        .execute(),
    async entrants(activity, entry) {
      const { rows } = await sql<{ id: string }>`
        select distinct coalesce(p.linked_to, p.id) as id from fanfare.participants as p
        where p.activity = ${activity} and case ${entry}::text
          when 'everyone' then p.seen_day is not null
          when 'drawn' then exists (
            select 1 from fanfare.draws as d where d.activity = p.activity and d.participant = p.id)
          else exists (
            select 1 from fanfare.facts as f
            where f.activity = p.activity and f.participant = p.id and f.name = ${entry})
        end
        order by 1`.execute(db);
      return rows.map(({ id }) => id);
    },
  };
}

/** How raffles come and end. */
export function writeRaffles(db: Kysely<Tables>): Omit<RaffleTransaction, keyof RaffleReader> {
  return {
    async freezeRaffle({ winners, ...raffle }, entries) {
      await db
        .insertInto('fanfare.raffles')
        .values({ ...raffle, winners: JSON.stringify(winners) })
        .execute();
      await sql`
        insert into fanfare.raffle_entries (activity, raffle, hash, participant)
        select ${raffle.activity}, ${raffle.id}, * from unnest(
          ${entries.map(({ hash }) => hash)}::text[], ${entries.map(({ participant }) => participant)}::text[]
        )`.execute(db);
    },
    async finishRaffle({ activity, id, value, winners }) {
      const finished = await db
        .updateTable('fanfare.raffles')
        .set({ value, winners: JSON.stringify(winners) })
        .where('activity', '=', activity)
        .where('id', '=', id)
        .where('value', 'is', null)
        .returning('id')
        .executeTakeFirst();
      return finished !== undefined;
    },
  };
}
