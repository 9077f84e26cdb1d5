// Events: a look for those that are there already, and one COPY of the rest.
import { CompiledQuery, type Kysely, sql } from 'kysely';
import { dayOfId } from '../events/event.day.js';
import { LostRace } from '../lost-race.js';
import type {
  EventCount,
  EventDrop,
  EventHole,
  EventReader,
  EventTransaction,
  EventWindow,
  StoredEvent,
} from '../store.events.js';
import type { SinkTransaction } from '../store.sinks.js';
import { COLUMNS, COPY_EVENTS, copyRows } from './events.copy.js';
import { createDays } from './events.days.js';
import { writeSinks } from './sinks.js';
import type { Tables } from './tables.js';

/** Devices keep events for seven days, so a page that sends now began to send within this time. */
const PAGE_MS = 14 * 86_400_000;

const UNIQUE_VIOLATION = '23505';

const within = ({ project, from, to }: EventWindow) =>
  sql`project = ${project} and received_at >= ${from} and received_at < ${to}`;

/** What may be read of events. */
export function readEvents(db: Kysely<Tables>): EventReader {
  return {
    async event(project, id) {
      const row = await db
        .selectFrom('fanfare.events')
        .select(COLUMNS)
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
export function writeEvents(db: Kysely<Tables>): EventTransaction & SinkTransaction {
  /** Ids of one project that are there already: one statement for each day, so that it looks into one partition. */
  async function known(events: readonly StoredEvent[]): Promise<Set<string>> {
    const days = new Map<number, string[]>();
    for (const { day, id } of events) {
      const list = days.get(day) ?? [];
      list.push(id);
      days.set(day, list);
    }
    const ids = new Set<string>();
    for (const [day, list] of days) {
      const { rows } = await sql<{ id: string }>`
        select id from fanfare.events
        where project = ${events[0]!.project} and day = ${day} and id = any(${list})`.execute(db);
      for (const { id } of rows) ids.add(id);
    }
    return ids;
  }

  return {
    async addEvents(events) {
      const there = await known(events);
      // In one order, so that two copies of a batch wait for each other and never in a circle.
      const added = events
        .filter(({ id }) => !there.has(id))
        .sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
      try {
        if (added.length) await db.executeQuery(CompiledQuery.raw(COPY_EVENTS, [copyRows(added)]));
      } catch (error) {
        // Another transaction has added one of them since the look.
        if (Object(error).code === UNIQUE_VIOLATION) throw new LostRace();
        throw error;
      }
      return new Set(added.map(({ id }) => id));
    },
    prepareEventDays: (days) => createDays(db, days),
    ...writeSinks(db),
  };
}
