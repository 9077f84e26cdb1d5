// Activities, participants, chances, draws, rewards and stock. Look-ups go by primary key wherever they can: the
// comment at an index names the query it is for.
import { type Kysely, sql } from 'kysely';

const statements = [
  `create table fanfare.activities (
    id text primary key,
    version bigint not null
  )`,
  `create table fanfare.activity_versions (
    activity text not null,
    version bigint not null,
    definition json not null,
    updated_at bigint not null,
    primary key (activity, version)
  )`,
  `create table fanfare.epochs (
    activity text not null,
    epoch bigint not null,
    seed text not null,
    seed_hash text not null,
    rules_hash text not null,
    opened_at bigint not null,
    closed_at bigint,
    primary key (activity, epoch)
  )`,
  // Never two open epochs: each draw is verified against exactly one commitment.
  `create unique index epochs_open on fanfare.epochs (activity) where closed_at is null`,

  // Room in each page for the new version of a row that every draw updates.
  `create table fanfare.participants (
    activity text not null,
    id text not null,
    kind text not null check (kind in ('guest', 'member')),
    name text,
    avatar text,
    invite_code text not null,
    secret_hash text,
    linked_to text,
    seen_day text,
    seen_version bigint not null,
    revisions json not null,
    joined_at bigint not null,
    primary key (activity, id),
    unique (activity, invite_code),
    unique (activity, secret_hash)
  ) with (fillfactor = 80)`,
  `create table fanfare.chances (
    activity text not null,
    participant text not null,
    granted bigint not null check (granted >= 0),
    used bigint not null check (used >= 0),
    primary key (activity, participant)
  ) with (fillfactor = 80)`,
  `create table fanfare.grants (
    activity text not null,
    participant text not null,
    rule text not null,
    occurrence text not null,
    day text not null,
    chances bigint not null check (chances >= 0),
    at bigint not null,
    seq bigint generated always as identity,
    primary key (activity, participant, rule, occurrence)
  )`,
  `create table fanfare.facts (
    activity text not null,
    id text not null,
    participant text not null,
    name text not null,
    value double precision,
    granted bigint not null,
    at bigint not null,
    primary key (activity, id)
  )`,

  `create table fanfare.nonces (
    activity text not null,
    participant text not null,
    epoch bigint not null,
    nonce bigint not null,
    primary key (activity, participant, epoch)
  ) with (fillfactor = 80)`,
  `create table fanfare.draws (
    activity text not null,
    id text not null,
    participant text not null,
    version bigint not null,
    epoch bigint not null,
    nonce bigint not null,
    client_seed text not null,
    picked text not null,
    outcome text not null check (outcome in ('won', 'none')),
    prize text,
    reward text,
    receipt text not null,
    code text,
    at bigint not null,
    primary key (activity, id),
    unique (activity, participant, epoch, nonce)
  )`,
  // One award never belongs to two draws, and one code never opens two.
  `create unique index draws_reward on fanfare.draws (activity, reward) where reward is not null`,
  `create unique index draws_code on fanfare.draws (activity, code) where code is not null`,
  // Support looks a draw up by its receipt.
  `create index draws_receipt on fanfare.draws (activity, receipt)`,
  `create table fanfare.draw_days (
    activity text not null,
    participant text not null,
    day text not null,
    draws bigint not null,
    primary key (activity, participant, day)
  ) with (fillfactor = 80)`,

  `create table fanfare.rewards (
    activity text not null,
    id text not null,
    participant text not null,
    prize text not null,
    source text not null,
    receipt text not null,
    at bigint not null,
    body json not null,
    seq bigint generated always as identity,
    primary key (activity, id)
  )`,
  // "My prizes", newest first.
  `create index rewards_owner on fanfare.rewards (activity, participant, at, seq)`,
  // The newest winners of \`live\`.
  `create index rewards_won on fanfare.rewards (activity, at, seq) where source = 'draw'`,

  `create table fanfare.saved_answers (
    activity text not null,
    participant text not null,
    route text not null,
    key text not null,
    fingerprint text not null,
    status bigint not null,
    body text not null,
    at bigint not null,
    primary key (activity, participant, route, key)
  )`,

  // The contended rows: their updates stay within one page.
  `create table fanfare.stock (
    activity text not null,
    prize text not null,
    total bigint not null check (total >= 0),
    stock_left bigint not null check (stock_left >= 0),
    awarded bigint not null default 0 check (awarded >= 0),
    primary key (activity, prize)
  ) with (fillfactor = 20)`,
  `create table fanfare.codes (
    activity text not null,
    code text not null,
    used_by text,
    used_at bigint,
    primary key (activity, code)
  )`,
  `create table fanfare.counters (
    activity text not null,
    bucket bigint not null,
    participants bigint not null default 0,
    draws bigint not null default 0,
    awards bigint not null default 0,
    primary key (activity, bucket)
  ) with (fillfactor = 20)`,
];

/** Creates the tables. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
