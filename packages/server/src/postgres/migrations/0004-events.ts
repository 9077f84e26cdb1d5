// Tracking events. The day is read from the event's id (a UUIDv7), never from a clock, so that the primary key holds
// across all partitions: a second copy of an event always lands in the partition of the first.
import { type Kysely, sql } from 'kysely';

const statements = [
  `create table fanfare.events (
    project text not null,
    day integer not null,
    id text not null,
    name text not null,
    pid text not null,
    seq bigint not null check (seq >= 0),
    at bigint not null,
    created_at bigint not null,
    sent_at bigint not null,
    received_at bigint not null,
    participant text,
    activity text,
    channel text,
    visitor text,
    quarantined boolean not null,
    context text not null,
    props text,
    invalid text,
    primary key (project, day, id)
  ) partition by range (day)`,
  // Whatever has no partition of its own.
  `create table fanfare.events_rest partition of fanfare.events default`,
  // Rows arrive in the order of these times, nearly; a few bytes a megabyte, and nothing to pay for a row.
  `create index events_received on fanfare.events using brin (received_at)`,
  `create index events_at on fanfare.events using brin (at)`,
];

/** Creates the table. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
