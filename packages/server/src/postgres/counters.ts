// The sums of `live`. Counting millions of rows at every read would not do, and one row that every draw updates
// would put the draws in a queue: so each connection counts in a row of its own, and a read adds the rows up.
import { type Kysely, sql } from 'kysely';
import type { Reader } from '../store.js';
import type { Tables } from './tables.js';

const BUCKETS = 64;

/** Adds to the sums of an activity. */
export async function count(
  db: Kysely<Tables>,
  activity: string,
  change: { participants?: number; draws?: number; awards?: number },
): Promise<void> {
  const { participants = 0, draws = 0, awards = 0 } = change;
  await sql`
    insert into fanfare.counters as c (activity, bucket, participants, draws, awards)
    values (${activity}, pg_backend_pid() % ${sql.lit(BUCKETS)}, ${participants}, ${draws}, ${awards})
    on conflict (activity, bucket) do update set
      participants = c.participants + excluded.participants,
      draws = c.draws + excluded.draws,
      awards = c.awards + excluded.awards`.execute(db);
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
