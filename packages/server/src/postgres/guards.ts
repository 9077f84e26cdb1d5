// Limits: hits are counted in a row for each connection, so that nobody waits for a network that many share.
import { type Kysely, sql } from 'kysely';
import type { GuardTransaction } from '../store.guard.js';
import type { Tables } from './tables.js';

const BUCKETS = 16;

/** What may be done against abuse. */
export function writeGuards(db: Kysely<Tables>): GuardTransaction {
  return {
    async countHit({ activity, guard, subject, window }) {
      const bucket = sql`(pg_backend_pid() % ${sql.lit(BUCKETS)})`;
      const { rows } = await sql<{ own: number; others: number }>`
        with mine as (
          insert into fanfare.hits as h (activity, guard, subject, starts, bucket, hits)
          values (${activity}, ${guard}, ${subject}, ${window}, ${bucket}, 1)
          on conflict (activity, guard, subject, starts, bucket) do update set hits = h.hits + 1
          returning hits
        )
        select (select hits from mine) as own, coalesce(sum(hits), 0)::bigint as others from fanfare.hits
        where activity = ${activity} and guard = ${guard} and subject = ${subject} and starts = ${window}
          and bucket <> ${bucket}`.execute(db);
      const { own, others } = rows[0]!;
      if (own === 1 && others === 0)
        await sql`
          delete from fanfare.hits
          where activity = ${activity} and guard = ${guard} and subject = ${subject} and starts < ${window}`.execute(
          db,
        );
      return own + others;
    },
    async useSolution(activity, hash, at) {
      const used = await db
        .insertInto('fanfare.solutions')
        .values({ activity, hash, at })
        .onConflict((taken) => taken.columns(['activity', 'hash']).doNothing())
        .returning('hash')
        .executeTakeFirst();
      return used !== undefined;
    },
  };
}
