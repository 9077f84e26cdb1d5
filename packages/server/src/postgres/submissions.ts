// What participants handed in.
import { type Kysely, sql } from 'kysely';
import type { TaskReader, TaskTransaction } from '../store.tasks.js';
import type { Tables } from './tables.js';

/** What may be read of submissions. */
export function readSubmissions(
  db: Kysely<Tables>,
): Pick<TaskReader, 'submissions' | 'submission' | 'proofs'> {
  const all = (activity: string) =>
    db.selectFrom('fanfare.submissions').selectAll().where('activity', '=', activity);
  return {
    submissions: ({ activity, participant }) =>
      all(activity).where('participant', '=', participant).orderBy('id', 'desc').execute(),
    async submission(activity, id) {
      return (await all(activity).where('id', '=', id).executeTakeFirst()) ?? null;
    },
    proofs: (activity, state, after, limit) =>
      all(activity)
        .where('kind', '=', 'proof')
        .where('state', '=', state)
        .where('id', '>', after ?? '')
        .orderBy('id')
        .limit(limit)
        .execute(),
  };
}

/** How submissions come and change. */
export function writeSubmissions(
  db: Kysely<Tables>,
): Pick<TaskTransaction, 'addSubmission' | 'updateSubmission'> {
  return {
    async addSubmission({ uploads, ...submission }) {
      const added = await db
        .insertInto('fanfare.submissions')
        .values({ ...submission, uploads: JSON.stringify(uploads) })
        .onConflict((taken) =>
          taken
            .columns(['activity', 'participant', 'task'])
            // As literals: a plan that is kept for any parameter could not tell that this is the index's own condition.
            .where(sql<boolean>`state in ('pending', 'approved')`)
            .doNothing(),
        )
        .returning('id')
        .executeTakeFirst();
      return added !== undefined;
    },
    async updateSubmission(activity, id, change) {
      await db
        .updateTable('fanfare.submissions')
        .set(change)
        .where('activity', '=', activity)
        .where('id', '=', id)
        .execute();
    },
  };
}
