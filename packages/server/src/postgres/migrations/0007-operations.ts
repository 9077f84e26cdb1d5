// The outbox of webhooks, and a reward by its receipt for support.
import { type Kysely, sql } from 'kysely';

const statements = [
  // Rows come and go: an award adds one, the host's answer takes it.
  `create table fanfare.outbox (
    id text primary key,
    activity text not null,
    body text not null,
    at bigint not null,
    attempts bigint not null default 0,
    next_at bigint,
    error text
  )`,
  // What is due.
  `create index outbox_due on fanfare.outbox (next_at) where next_at is not null`,
  // Support looks up rewards that no draw gave.
  `create index rewards_receipt on fanfare.rewards (activity, receipt)`,
];

/** Creates the table and the index. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
