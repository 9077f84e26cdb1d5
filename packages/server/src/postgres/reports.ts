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
    told as (
      select a.name, a.at, a.value, coalesce(nullif(c.${columnOf(scope)}, ''), a.channel) as channel,
        row_number() over (
          partition by a.name, coalesce(p.linked_to, a.participant) collate "C" order by a.at
        ) = 1 as is_first
      from acts as a
      left join fanfare.participants as p on p.activity = ${activity} and p.id = a.participant
      left join fanfare.report_participants as c
        on c.project = ${project} and c.activity = ${activity} and c.participant = a.participant
    )
    select name, (width_bucket(at, ${boundsOf(scope)}) - 1)::bigint as bucket, channel,
      count(*) filter (where is_first) as people, count(*) as events, sum(value) as value
    from told where at >= ${bounds[0]} and at < ${bounds[bounds.length - 1]}
    group by 1, 2, 3 order by 1, 2, channel collate "C" nulls first`.execute(db);
  return rows;
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
      if (records.length === 0) return [];
      const acts = records.map((record) => actsOf[record](scope.activity));
      return cellsOf(db, scope, sql.join(acts, sql` union all `));
    },
    async factCells(scope, names) {
      return names.length === 0 ? [] : cellsOf(db, scope, factsOf(scope.activity, names));
    },
  };
}
