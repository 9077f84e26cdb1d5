// How events get into the sums: a slice of them at a time, in one statement and one transaction.
import { type Kysely, sql } from 'kysely';
import { EVERYBODY, type ReportTransaction } from '../store.reports.js';
import type { Tables } from './tables.js';

/** Quarters of an hour, of which the half-days of every zone are made. */
const QUARTER_MS = sql.lit(900_000);

const KEY = sql.raw('project, activity, name, person');
const SUM_KEY = sql.raw('project, activity, name, quarter, channel_first, channel_last');
const CHANNELS = sql.raw('channel_first, channel_last');

interface Slice {
  /** Number of the first transaction, and of the first one that is left for later. */
  from: number;
  to: number;
  isLast: boolean;
}

/** The next slice of about `limit` events; null when all that is committed is in the sums. */
async function nextSlice(db: Kysely<Tables>, limit: number): Promise<Slice | null> {
  // Whatever is below the oldest transaction that still runs is committed, or gone for ever.
  const { rows: bounds } = await sql<{ start: number; end: number }>`
    select tx as start, pg_snapshot_xmin(pg_current_snapshot())::text::bigint as end
    from fanfare.report_progress`.execute(db);
  const { start, end } = bounds[0]!;
  const { rows } = await sql<{ waiting: number; first: number; last: number }>`
    select count(*) as waiting, min(tx) as first, max(tx) as last from (
      select tx from fanfare.events where tx >= ${start} and tx < ${end} order by tx limit ${limit + 1}
    ) as slice`.execute(db);
  const { waiting, first, last } = rows[0]!;
  if (waiting === 0) return null;
  // Whole transactions, and at least one.
  return waiting > limit
    ? { from: start, to: Math.max(last, first + 1), isLast: false }
    : { from: start, to: end, isLast: true };
}

/** Adds the events of the transactions from `from` up to `to`. */
async function addSlice(db: Kysely<Tables>, { from, to }: Slice): Promise<void> {
  await sql`
    with slice as materialized (
      select project, activity, name, at, coalesce(visitor, participant, pid) as person,
        left(coalesce(nullif(context::json ->> 'channel_first', ''), channel, ''), 128) as channel_first,
        coalesce(channel, '') as channel_last,
        left(coalesce(participant, nullif(context::json ->> 'participant', '')), 128) as participant
      from fanfare.events
      where tx >= ${from} and tx < ${to} and activity is not null and not quarantined
    ),
    firsts as (
      select distinct on (${KEY}) ${KEY}, at, ${CHANNELS} from (
        select ${KEY}, at, ${CHANNELS} from slice
        union all
        select project, activity, ${EVERYBODY}, person, at, ${CHANNELS} from slice
      ) as all_names
      order by ${KEY}, at, ${CHANNELS}
    ),
    -- As they were: no part of this statement sees what another part of it writes.
    before as (
      select p.* from fanfare.report_people as p join firsts using (${KEY})
    ),
    written as (
      insert into fanfare.report_people as p (${KEY}, at, ${CHANNELS})
      select ${KEY}, at, ${CHANNELS} from firsts
      on conflict (${KEY}) do update
        set at = excluded.at, channel_first = excluded.channel_first, channel_last = excluded.channel_last
        where excluded.at < p.at
      returning ${KEY}, at, ${CHANNELS}
    ),
    participants as (
      insert into fanfare.report_participants as p (project, activity, participant, at, ${CHANNELS})
      select distinct on (project, activity, participant) project, activity, participant, at, ${CHANNELS}
      from slice where participant is not null
      order by project, activity, participant, at, ${CHANNELS}
      on conflict (project, activity, participant) do update
        set at = excluded.at, channel_first = excluded.channel_first, channel_last = excluded.channel_last
        where excluded.at < p.at
    ),
    changes as (
      select project, activity, name, at, ${CHANNELS}, 1 as people, 0 as events from written
      union all
      -- Whoever turns out to have done it earlier leaves the old place for the new one.
      select b.project, b.activity, b.name, b.at, b.channel_first, b.channel_last, -1, 0
      from before as b join written using (${KEY})
      union all
      select project, activity, name, at, ${CHANNELS}, 0, 1 from slice
    )
    insert into fanfare.report_sums as s (${SUM_KEY}, people, events)
    select project, activity, name, (at / ${QUARTER_MS})::integer, ${CHANNELS}, sum(people), sum(events)
    from changes group by 1, 2, 3, 4, 5, 6 having sum(people) <> 0 or sum(events) <> 0
    on conflict (${SUM_KEY}) do update
      set people = s.people + excluded.people, events = s.events + excluded.events`.execute(db);
}

/** How the sums grow. */
export function writeReports(db: Kysely<Tables>): ReportTransaction {
  return {
    async sumUpEvents(limit) {
      const slice = await nextSlice(db, limit);
      if (!slice) return true;
      await addSlice(db, slice);
      await sql`update fanfare.report_progress set tx = ${slice.to}`.execute(db);
      return slice.isLast;
    },
  };
}
