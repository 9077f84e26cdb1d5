// Sums for reports. Every event carries the number of the transaction that stored it: whoever sums up takes all
// numbers below the oldest one still running, so that each event is taken once, however late it was committed.
import { type Kysely, sql } from 'kysely';

const statements = [
  `alter table fanfare.events add column tx bigint not null default 0`,
  `alter table fanfare.events alter column tx set default (pg_current_xact_id()::text::bigint)`,
  `create index events_tx on fanfare.events (tx)`,

  // One row: all events of lower numbers are in the sums.
  `create table fanfare.report_progress (tx bigint not null)`,
  `insert into fanfare.report_progress values (0)`,
  // When a person first did something, and by which channels: the promise that nobody is counted twice.
  `create table fanfare.report_people (
    project text not null,
    activity text not null,
    name text not null,
    person text not null,
    at bigint not null,
    channel_first text not null,
    channel_last text not null,
    primary key (project, activity, name, person)
  )`,
  // Quarters of an hour (since 1970), of which the half-days of every zone are made.
  `create table fanfare.report_sums (
    project text not null,
    activity text not null,
    name text not null,
    quarter integer not null,
    channel_first text not null,
    channel_last text not null,
    people bigint not null,
    events bigint not null,
    primary key (project, activity, name, quarter, channel_first, channel_last)
  ) with (fillfactor = 50)`,
  // By which channels a participant came first.
  `create table fanfare.report_participants (
    project text not null,
    activity text not null,
    participant text not null,
    at bigint not null,
    channel_first text not null,
    channel_last text not null,
    primary key (project, activity, participant)
  )`,
];

/** Creates the tables. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
