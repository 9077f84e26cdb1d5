// Answers of keyed requests, and the lock that lets one request of a key run at a time.
import { type Kysely, sql } from 'kysely';
import type { Reader, Transaction } from '../store.js';
import type { Tables } from './tables.js';

/** Finds the answer that a key has already had. */
export function readAnswers(db: Kysely<Tables>): Pick<Reader, 'savedAnswer'> {
  return {
    async savedAnswer({ activity, participant }, route, key) {
      const row = await db
        .selectFrom('fanfare.saved_answers')
        .selectAll()
        .where('activity', '=', activity)
        .where('participant', '=', participant)
        .where('route', '=', route)
        .where('key', '=', key)
        .executeTakeFirst();
      return row ?? null;
    },
  };
}

/** Locks a key, keeps its answer, and forgets what nobody will ask for again. */
export function writeAnswers(
  db: Kysely<Tables>,
): Pick<Transaction, 'tryLock' | 'saveAnswer' | 'purgeAnswers'> {
  return {
    async tryLock(name) {
      // PostgreSQL lets go of it after the commit is visible: whoever gets it next sees the saved answer.
      const { rows } = await sql<{ taken: boolean }>`
        select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as taken`.execute(db);
      return rows[0]?.taken === true;
    },

    async saveAnswer(answer) {
      await db.insertInto('fanfare.saved_answers').values(answer).execute();
    },

    async purgeAnswers(activity, before, limit) {
      const { rows } = await sql`
        delete from fanfare.saved_answers where ctid = any (array(
          select ctid from fanfare.saved_answers where activity = ${activity} and at < ${before} limit ${limit}
        )) returning 1`.execute(db);
      return rows.length;
    },
  };
}
