// What those who run it look up, the outbox, and forgetting.
import { type Kysely, sql } from 'kysely';
import type { OperationsReader, OperationsTransaction, StoredAward } from '../store.operations.js';
import type { Tables } from './tables.js';

/** What may be read by those who run it. */
export function readOperations(db: Kysely<Tables>): OperationsReader {
  return {
    async drawByReceipt(activity, receipt) {
      const row = await db
        .selectFrom('fanfare.draws')
        .selectAll()
        .where('activity', '=', activity)
        .where('receipt', '=', receipt)
        .executeTakeFirst();
      return row ?? null;
    },
    async rewardByReceipt(activity, receipt) {
      const row = await db
        .selectFrom('fanfare.rewards')
        .select(['participant', 'body'])
        .where('activity', '=', activity)
        .where('receipt', '=', receipt)
        .executeTakeFirst();
      return row ? { ...row.body, activity, participant: row.participant } : null;
    },
    async awards(activity, after, limit) {
      const rows = await db
        .selectFrom('fanfare.rewards as r')
        .leftJoin('fanfare.participants as p', (join) =>
          join.onRef('p.activity', '=', 'r.activity').onRef('p.id', '=', 'r.participant'),
        )
        .leftJoin('fanfare.claims as c', (join) =>
          join.onRef('c.activity', '=', 'r.activity').onRef('c.reward', '=', 'r.id'),
        )
        .select(['r.participant', 'r.body', 'p.name', 'c.form', 'c.at'])
        .where('r.activity', '=', activity)
        .$if(after !== null, (query) => query.where('r.id', '>', after!))
        .orderBy('r.id')
        .limit(limit)
        .execute();
      return rows.map(
        ({ participant, body, name, form, at }): StoredAward => ({
          reward: { ...body, activity, participant },
          name,
          claim: form === null || at === null ? null : { form, at },
        }),
      );
    },
    async outbox() {
      const { rows } = await sql<{ waiting: number; stuck: number; oldest: number | null }>`
        select count(next_at) as waiting, count(*) - count(next_at) as stuck,
          min(at) filter (where next_at is not null) as oldest
        from fanfare.outbox`.execute(db);
      return rows[0]!;
    },
  };
}

/** What may be done by those who run it. */
export function writeOperations(db: Kysely<Tables>): Omit<OperationsTransaction, keyof OperationsReader> {
  const touched = async (statement: ReturnType<typeof sql>): Promise<number> =>
    Number((await statement.execute(db)).numAffectedRows ?? 0);
  return {
    async addMessage(message) {
      await db.insertInto('fanfare.outbox').values(message).execute();
    },
    async leaseMessages(now, until, limit) {
      const leased = await db
        .updateTable('fanfare.outbox')
        .set(({ eb }) => ({ attempts: eb('attempts', '+', 1), next_at: until }))
        .where('id', 'in', (due) =>
          due
            .selectFrom('fanfare.outbox')
            .select('id')
            .where('next_at', '<=', now)
            .orderBy('next_at')
            .limit(limit)
            .forUpdate()
            .skipLocked(),
        )
        .returningAll()
        .execute();
      return leased.sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    async removeMessage(id) {
      await db.deleteFrom('fanfare.outbox').where('id', '=', id).execute();
    },
    async putOffMessage(id, next_at, error) {
      await db.updateTable('fanfare.outbox').set({ next_at, error }).where('id', '=', id).execute();
    },
    retryMessages: (now) =>
      touched(sql`update fanfare.outbox set next_at = ${now}, attempts = 0 where next_at is null`),

    async forgetPeople(activity, limit) {
      const some = (table: string, key: string, when = 'true') =>
        sql`${sql.raw(key)} in (select ${sql.raw(key)} from ${sql.table(table)}
          where activity = ${activity} and ${sql.raw(when)} limit ${limit})`;
      const statements = [
        sql`delete from fanfare.claims where activity = ${activity} and ${some('fanfare.claims', 'reward')}`,
        sql`delete from fanfare.uploads where activity = ${activity} and ${some('fanfare.uploads', 'id')}`,
        sql`delete from fanfare.hits where ${some('fanfare.hits', 'ctid')}`,
        sql`delete from fanfare.solutions where activity = ${activity} and ${some('fanfare.solutions', 'hash')}`,
        sql`update fanfare.participants set name = null, avatar = null where activity = ${activity}
          and ${some('fanfare.participants', 'id', '(name is not null or avatar is not null)')}`,
        sql`update fanfare.submissions set text = null, uploads = '[]', reason = null where activity = ${activity}
          and ${some('fanfare.submissions', 'id', '(text is not null or reason is not null)')}`,
        sql`update fanfare.checkins set text = null, comment = null, uploads = '[]' where
          ${some('fanfare.checkins', 'ctid', '(text is not null or comment is not null)')}`,
      ];
      let sum = 0;
      for (const statement of statements) sum += await touched(statement);
      return sum;
    },
    forgetEvents: (beforeDay, limit) =>
      touched(sql`
        delete from fanfare.events where (project, day, id) in (
          select project, day, id from fanfare.events where day < ${beforeDay} limit ${limit})`),
  };
}
