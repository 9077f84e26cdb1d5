// How far each sink has been told of the events, and which copy of the server serves it.
import { type Kysely, sql } from 'kysely';

/** Creates the table. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`create table fanfare.sinks (
      name text primary key,
      cursor text not null,
      owner text not null,
      leased_until bigint not null
    )`)
    .execute(db);
}
