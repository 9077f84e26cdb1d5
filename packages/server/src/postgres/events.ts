// Events: one statement a batch, as one JSON parameter, so that a batch of any size is the same statement.
import { type Kysely, sql } from 'kysely';
import { dayOfId } from '../events/event.day.js';
import type {
  EventCount,
  EventDrop,
  EventHole,
  EventReader,
  EventTransaction,
  EventWindow,
} from '../store.events.js';
import type { Tables } from './tables.js';

/** Devices keep events for seven days, so a page that sends now began to send within this time. */
const PAGE_MS = 14 * 86_400_000;

const COLUMNS = sql.raw(
  `project, day, id, name, pid, seq, at, created_at, sent_at, received_at, participant, activity, channel, visitor,
   quarantined, context, props, invalid`,
);
const TYPES = sql.raw(
  `project text, day integer, id text, name text, pid text, seq bigint, at bigint, created_at bigint, sent_at bigint,
   received_at bigint, participant text, activity text, channel text, visitor text, quarantined boolean, context text,
   props text, invalid text`,
);

const within = ({ project, from, to }: EventWindow) =>
  sql`project = ${project} and received_at >= ${from} and received_at < ${to}`;

/** What may be read of events. */
export function readEvents(db: Kysely<Tables>): EventReader {
  return {
    async event(project, id) {
      const row = await db
        .selectFrom('fanfare.events')
        .selectAll()
        .where('project', '=', project)
        .where('day', '=', dayOfId(id))
        .where('id', '=', id)
        .executeTakeFirst();
      return row ?? null;
    },
    async eventTotals(window) {
      const { rows } = await sql<{ pages: number; events: number }>`
        select count(distinct pid)::bigint as pages, count(*)::bigint as events from fanfare.events
        where ${within(window)}`.execute(db);
      return rows[0]!;
    },
    async eventHoles(window, limit) {
      const { rows } = await sql<EventHole>`
        with pages as (select distinct pid from fanfare.events where ${within(window)}),
        seen as (
          select pid, seq, lag(seq, 1, 0::bigint) over (partition by pid order by seq) as before,
            max(visitor) over (partition by pid) as visitor
          from fanfare.events join pages using (pid)
          where ${within({ ...window, from: window.from - PAGE_MS })}
        )
        select pid, visitor, before + 1 as from, seq - 1 as to from seen where seq > before + 1
        order by seq - before desc, pid collate "C", seq limit ${limit}`.execute(db);
      return rows;
    },
    async eventDrops(window) {
      const { rows } = await sql<EventDrop>`
        select visitor, coalesce(props::json ->> 'reason', 'undefined') as reason,
          sum((props::json ->> 'count')::bigint)::bigint as count
        from fanfare.events
        where ${within(window)} and name = '$dropped' and props::json ->> 'count' ~ '^[0-9]{1,9}$'
        group by 1, 2 order by visitor collate "C" nulls first, reason`.execute(db);
      return rows;
    },
    async eventCounts(project, activity, bounds) {
      const list = sql`${`{${bounds.join()}}`}::bigint[]`;
      const ofActivity = activity === null ? sql`` : sql`and activity = ${activity}`;
      const { rows } = await sql<EventCount>`
        select (width_bucket(at, ${list}) - 1)::bigint as bucket, name, channel,
          count(*) filter (where not quarantined)::bigint as count,
          count(*) filter (where quarantined)::bigint as quarantined
        from fanfare.events
        where project = ${project} and at >= ${bounds[0]} and at < ${bounds[bounds.length - 1]} ${ofActivity}
        group by 1, 2, 3
        order by 1, name collate "C", channel collate "C" nulls first`.execute(db);
      return rows;
    },
  };
}

/** What may be done with events. */
export function writeEvents(db: Kysely<Tables>): EventTransaction {
  return {
    async addEvents(events) {
      // In one order, so that two copies of a batch wait for each other and never in a circle.
      const rows = [...events].sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
      const { rows: added } = await sql<{ id: string }>`
        insert into fanfare.events (${COLUMNS})
        select * from json_to_recordset(${JSON.stringify(rows)}::json) as given (${TYPES})
        on conflict (project, day, id) do nothing returning id`.execute(db);
      return new Set(added.map(({ id }) => id));
    },
  };
}
