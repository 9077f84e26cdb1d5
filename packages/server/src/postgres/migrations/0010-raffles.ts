// Raffles: frozen lists and what was drawn from them.
import { type Kysely, sql } from 'kysely';

const statements = [
  `create table fanfare.raffles (
    activity text not null,
    id text not null,
    frozen_at bigint not null,
    entries bigint not null,
    list_hash text not null,
    beacon text not null,
    round text not null,
    round_at bigint not null,
    value text,
    winners json not null,
    primary key (activity, id)
  )`,
  `create table fanfare.raffle_entries (
    activity text not null,
    raffle text not null,
    hash text collate "C" not null,
    participant text not null,
    primary key (activity, raffle, hash)
  )`,
];

/** Creates the tables. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
