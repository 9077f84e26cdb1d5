// Invites, claimed tiers, tasks with their pictures, the ledger, red envelopes, claims and limits.
import { type Kysely, sql } from 'kysely';

const statements = [
  // The primary key is the promise that nobody has two inviters.
  `create table fanfare.invites (
    activity text not null,
    friend text not null,
    id text not null,
    inviter text not null check (inviter <> friend),
    code text not null,
    state text not null check (state in ('pending', 'valid', 'refused')),
    reason text,
    channel text,
    at bigint not null,
    primary key (activity, friend),
    unique (activity, id)
  )`,
  // The friends of an inviter, newest first.
  `create index invites_inviter on fanfare.invites (activity, inviter, at, id)`,
  // How many of them count.
  `create index invites_valid on fanfare.invites (activity, inviter) where state = 'valid'`,
  // What waits for a reviewer.
  `create index invites_held on fanfare.invites (activity, reason, id) where state = 'pending'`,
  // Whether a fact was recorded before it was asked for.
  `create index facts_owner on fanfare.facts (activity, participant, name)`,
  `create table fanfare.tier_claims (
    activity text not null,
    participant text not null,
    tier text not null,
    reward text not null,
    amount bigint,
    at bigint not null,
    primary key (activity, participant, tier)
  )`,

  `create table fanfare.submissions (
    activity text not null,
    id text not null,
    participant text not null,
    task text not null,
    kind text not null check (kind in ('proof', 'follow', 'step')),
    state text not null check (state in ('pending', 'approved', 'rejected', 'revoked')),
    text text,
    uploads json not null,
    reason text,
    at bigint not null,
    primary key (activity, id)
  )`,
  // One live submission of a task, whatever is sent at once.
  `create unique index submissions_live on fanfare.submissions (activity, participant, task)
    where state in ('pending', 'approved')`,
  // A participant's own.
  `create index submissions_owner on fanfare.submissions (activity, participant, id)`,
  // The reviewers' list.
  `create index submissions_proof on fanfare.submissions (activity, state, id) where kind = 'proof'`,
  `create table fanfare.uploads (
    activity text not null,
    id text not null,
    participant text not null,
    type text not null,
    bytes bigint not null check (bytes > 0),
    content bytea,
    at bigint not null,
    primary key (activity, id)
  )`,
  // How many somebody has announced lately.
  `create index uploads_owner on fanfare.uploads (activity, participant, at)`,

  // Rows are added and never changed; what resolves a pending one names it, once.
  `create table fanfare.transfers (
    activity text not null,
    id text not null,
    state text not null check (state in ('pending', 'posted', 'voided')),
    of text check ((of is null) = (state = 'pending')),
    debit text not null,
    credit text not null check (credit <> debit),
    amount bigint not null check (amount > 0),
    at bigint not null,
    primary key (activity, id)
  )`,
  `create unique index transfers_of on fanfare.transfers (activity, of) where of is not null`,
  `create table fanfare.envelopes (
    activity text not null,
    tier text not null,
    position bigint not null,
    amount bigint not null check (amount > 0),
    is_open boolean not null default false,
    primary key (activity, tier, position)
  )`,
  // The next to open, and the smallest that waits.
  `create index envelopes_next on fanfare.envelopes (activity, tier, position) where not is_open`,
  `create index envelopes_smallest on fanfare.envelopes (activity, tier, amount) where not is_open`,
  `create table fanfare.claims (
    activity text not null,
    reward text not null,
    participant text not null,
    form json not null,
    at bigint not null,
    primary key (activity, reward)
  )`,
  // Times are all written in UTC and of one length, so they sort as text.
  `create index rewards_overdue on fanfare.rewards (activity, (body ->> 'claim_by'))
    where body ->> 'state' = 'pending'`,

  `create table fanfare.hits (
    activity text not null,
    guard text not null,
    subject text not null,
    starts bigint not null,
    bucket bigint not null,
    hits bigint not null,
    primary key (activity, guard, subject, starts, bucket)
  ) with (fillfactor = 70)`,
  `create table fanfare.solutions (
    activity text not null,
    hash text not null,
    at bigint not null,
    primary key (activity, hash)
  )`,
];

/** Creates the tables. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
