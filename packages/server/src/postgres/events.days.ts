// A table of its own for each day of events, so that an old day is dropped at once and indexes stay small. It is made
// before the day comes; events of a day without one stand in the default partition, and move when it is made.
import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.js';

/** The table of a day. */
export const tableOfDay = (day: number): string => `events_d${day}`;

async function isThere(db: Kysely<Tables>, day: number): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from pg_class join pg_namespace n on n.oid = relnamespace
      where nspname = 'fanfare' and relname = ${tableOfDay(day)}
    ) as found`.execute(db);
  return rows[0]!.found;
}

async function createDay(db: Kysely<Tables>, day: number): Promise<void> {
  const table = sql.table(`fanfare.${tableOfDay(day)}`);
  // Whoever reads the default partition for long makes us give up, rather than everybody wait behind us.
  await sql`set local lock_timeout = '300ms'`.execute(db);
  await sql`lock table fanfare.events_rest in access exclusive mode`.execute(db);
  await sql`create table ${table} (like fanfare.events including defaults including constraints)`.execute(db);
  await sql`insert into ${table} select * from fanfare.events_rest where day = ${sql.lit(day)}`.execute(db);
  await sql`delete from fanfare.events_rest where day = ${sql.lit(day)}`.execute(db);
  await sql`
    alter table fanfare.events attach partition ${table} for values from (${sql.lit(day)}) to (${sql.lit(day + 1)})`.execute(
    db,
  );
}

/** Makes the tables of these days that are not there; several copies may do it at once. Answers how many it made. */
export async function createDays(db: Kysely<Tables>, days: readonly number[]): Promise<number> {
  let made = 0;
  for (const day of days) {
    if (await isThere(db, day)) continue;
    await sql`select pg_advisory_xact_lock(hashtext('fanfare.events.days'))`.execute(db);
    if (await isThere(db, day)) continue;
    await createDay(db, day);
    made++;
  }
  return made;
}
