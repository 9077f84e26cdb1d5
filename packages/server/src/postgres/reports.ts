// What reports read: events from their sums, the backend's own tables as they are.
import type { ReportRecord } from '@fanfare/protocol';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ReportCell, ReportReader, ReportScope } from '../store.reports.js';
import type { Tables } from './tables.js';

export { writeReports } from './reports.sums.js';

const QUARTER_MS = sql.lit(900_000);

/** Who did what when, as rows `(name, participant, at, value, channel)`; `channel` where the table itself knows it. */
const actsOf: Record<ReportRecord, (activity: string) => RawBuilder<unknown>> = {
  joined: (activity) => sql`
    select 'joined', id, joined_at, null::double precision, null
    from fanfare.participants where activity = ${activity} and linked_to is null`,
  drawn: (activity) => sql`
    select 'drawn', participant, at, null::double precision, null from fanfare.draws where activity = ${activity}`,
  won: (activity) => sql`
    select 'won', participant, at, null::double precision, null from fanfare.draws
    where activity = ${activity} and outcome = 'won'`,
  claimed: (activity) => sql`
    select 'claimed', participant, at, null::double precision, null from fanfare.claims where activity = ${activity}`,
  invited: (activity) => sql`
    select 'invited', friend, at, null::double precision, channel from fanfare.invites
    where activity = ${activity} and state <> 'refused'`,
  befriended: (activity) => sql`
    select 'befriended', friend, at, null::double precision, channel from fanfare.invites
    where activity = ${activity} and state = 'valid'`,
  checked_in: (activity) => sql`
    select 'checked_in', participant, at, null::double precision, null from fanfare.checkins where activity = ${activity}`,
};

const factsOf = (activity: string, names: readonly string[]) => sql`
  select name, participant, at, value, null from fanfare.facts
  where activity = ${activity} and name = any(${names})`;

const boundsOf = ({ bounds }: ReportScope) => sql`${`{${bounds.join()}}`}::bigint[]`;
const columnOf = ({ touch }: ReportScope) => sql.ref(`channel_${touch}`);

/** Cells of acts. A linked guest is its member; the channel is the one by which the identity that acted came. */
async function cellsOf(
  db: Kysely<Tables>,
  scope: ReportScope,
  acts: RawBuilder<unknown>,
): Promise<ReportCell[]> {
  const { project, activity, bounds } = scope;
  const { rows } = await sql<ReportCell>`
    with acts (name, participant, at, value, channel) as (${acts}),
    -- Few rows for each person are sorted, and only as wide as need be: draws are many.
    done as (
      select a.name, a.participant, coalesce(p.linked_to, a.participant) collate "C" as person,
        width_bucket(a.at, ${boundsOf(scope)}) - 1 as bucket,
        min(a.at) as first, min(a.channel) as channel, count(*) as events, sum(a.value) as value
      from acts as a
      left join fanfare.participants as p on p.activity = ${activity} and p.id = a.participant
      group by 1, 2, 3, 4
    ),
    ranked as (
      select done.*, row_number() over (partition by name, person order by first, participant) = 1 as is_first
      from done
    )
    select r.name, r.bucket::bigint as bucket, coalesce(nullif(c.${columnOf(scope)}, ''), r.channel) as channel,
      count(*) filter (where r.is_first) as people, sum(r.events)::bigint as events, sum(r.value) as value
    from ranked as r
    left join fanfare.report_participants as c
      on c.project = ${project} and c.activity = ${activity} and c.participant = r.participant
    group by 1, 2, 3 order by 1, 2, 3 nulls first`.execute(db);
  // Asked of the database, it would expect next to nothing to be left and look people up one by one.
  return rows.filter(({ bucket }) => bucket >= 0 && bucket < bounds.length - 1);
}

/** What may be read for reports. */
export function readReports(db: Kysely<Tables>): ReportReader {
  return {
    async eventCells(scope, names) {
      const { project, activity, bounds } = scope;
      const quarter = sql`quarter * ${QUARTER_MS}::bigint`;
      const { rows } = await sql<ReportCell>`
        select name, (width_bucket(${quarter}, ${boundsOf(scope)}) - 1)::bigint as bucket,
          nullif(${columnOf(scope)}, '') as channel,
          sum(people)::bigint as people, sum(events)::bigint as events, null as value
        from fanfare.report_sums
        where project = ${project} and activity = ${activity} and name = any(${names})
          and ${quarter} >= ${bounds[0]} and ${quarter} < ${bounds[bounds.length - 1]}
        group by 1, 2, 3 order by 1, 2, 3 nulls first`.execute(db);
      return rows;
    },
    async recordCells(scope, records) {
      const cells: ReportCell[] = [];
      for (const record of [...records].sort())
        cells.push(...(await cellsOf(db, scope, actsOf[record](scope.activity))));
      return cells;
    },
    async factCells(scope, names) {
      return names.length === 0 ? [] : cellsOf(db, scope, factsOf(scope.activity, names));
    },
  };
}
