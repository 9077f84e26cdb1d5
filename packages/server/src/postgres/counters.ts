// The sums of `live`. Counting millions of rows at every read would not do, and one row that every draw updates
// would put the draws in a queue: so each connection counts in a row of its own, and a read adds the rows up.
import { type Kysely, type QueryCreator, sql } from 'kysely';
import type { Reader } from '../store.js';
import type { Tables } from './tables.js';

const BUCKETS = 64;

/** A statement that adds to the sums of an activity; alone, or as a part of the statement that is counted. */
export function counting(
  db: QueryCreator<Tables>,
  activity: string,
  change: { participants?: number; draws?: number; awards?: number },
) {
  const { participants = 0, draws = 0, awards = 0 } = change;
  const bucket = sql<number>`pg_backend_pid() % ${sql.lit(BUCKETS)}`;
  return db
    .insertInto('fanfare.counters')
    .values({ activity, bucket, participants, draws, awards })
    .onConflict((taken) =>
      taken.columns(['activity', 'bucket']).doUpdateSet({
        participants: sql`counters.participants + excluded.participants`,
        draws: sql`counters.draws + excluded.draws`,
        awards: sql`counters.awards + excluded.awards`,
      }),
    );
}

/** Reads the sums. */
export function readCounters(db: Kysely<Tables>): Pick<Reader, 'counters'> {
  return {
    async counters(activity) {
      const { rows } = await sql<{ participants: number; draws: number; awards: number }>`
        select
          coalesce(sum(participants), 0)::bigint as participants,
          coalesce(sum(draws), 0)::bigint as draws,
          coalesce(sum(awards), 0)::bigint as awards
        from fanfare.counters
        where activity = ${activity}`.execute(db);
      return rows[0] ?? { participants: 0, draws: 0, awards: 0 };
    },
  };
}
