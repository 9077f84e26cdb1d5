// Check-ins, groups and points.
import { type Kysely, sql } from 'kysely';

const statements = [
  // The primary key is the promise: one check-in a day and person.
  `create table fanfare.checkins (
    activity text not null,
    participant text not null,
    day text not null,
    kind text not null check (kind in ('on_time', 'make_up')),
    points bigint not null check (points >= 0),
    factor bigint not null check (factor >= 1),
    paid text check (paid in ('quota', 'points', 'invite')),
    price bigint not null check (price >= 0),
    group_id text,
    text text,
    uploads json not null,
    comment text,
    at bigint not null,
    primary key (activity, participant, day)
  )`,
  `create table fanfare.checkin_members (
    activity text not null,
    participant text not null,
    group_id text not null,
    primary key (activity, participant)
  )`,
  // Members and days done of a group: each connection counts in a row of its own, and a read adds the rows up.
  `create table fanfare.checkin_counts (
    activity text not null,
    group_id text not null,
    day text not null,
    bucket bigint not null,
    total bigint not null,
    primary key (activity, group_id, day, bucket)
  ) with (fillfactor = 50)`,
  // The sum of the entries is \`balance - owed\`. Spending cannot go below 0; \`owed\` is what a link found spent twice.
  `create table fanfare.points (
    activity text not null,
    participant text not null,
    balance bigint not null check (balance >= 0),
    owed bigint not null default 0 check (owed >= 0),
    primary key (activity, participant)
  ) with (fillfactor = 80)`,
  `create table fanfare.point_entries (
    activity text not null,
    participant text not null,
    id text not null,
    change bigint not null,
    reason text not null,
    subject text,
    at bigint not null,
    seq bigint generated always as identity,
    primary key (activity, participant, id)
  )`,
  // "My points", newest first.
  `create index point_entries_newest on fanfare.point_entries (activity, participant, at, seq)`,
];

/** Creates the tables. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
