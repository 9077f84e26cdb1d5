// Commitments that say what they commit to, and the log of draws. Draws from before stay out of the log: they were
// picked by another formula, and their epoch has no rules to show.
import { type Kysely, sql } from 'kysely';

const random = `replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')`;

const statements = [
  `alter table fanfare.activities add column salt_key text not null default ''`,
  `update fanfare.activities set salt_key = ${random}`,
  `alter table fanfare.epochs add column rules text not null default '', add column version bigint not null default 1`,
  `alter table fanfare.draws add column participant_hash text not null default ''`,
  // Rows come and go: every draw adds one, the sealer takes it.
  `create table fanfare.unsealed_draws (
    activity text not null,
    draw text not null,
    primary key (activity, draw)
  )`,
  `create table fanfare.sealed_draws (
    activity text not null,
    sequence bigint not null check (sequence > 0),
    draw text not null,
    hash text not null,
    primary key (activity, sequence),
    unique (activity, draw)
  )`,
];

/** Changes the tables. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
