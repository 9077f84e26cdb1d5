// Mentors read what was handed in on a day: an index of those days alone, which most check-ins never touch.
import { type Kysely, sql } from 'kysely';

/** Creates the index. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create index checkins_handed_in on fanfare.checkins (activity, day, participant)
       where text is not null or json_array_length(uploads) > 0`,
    )
    .execute(db);
}
