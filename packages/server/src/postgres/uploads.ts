// Pictures, in the database: few, small, and gone with the activity.
import type { Kysely } from 'kysely';
import type { TaskReader, TaskTransaction } from '../store.tasks.js';
import type { Tables } from './tables.js';

/** What may be read of uploads. */
export function readUploads(db: Kysely<Tables>): Pick<TaskReader, 'upload' | 'uploadBytes' | 'uploadsSince'> {
  return {
    async upload(activity, id) {
      const row = await db
        .selectFrom('fanfare.uploads')
        .select(['activity', 'id', 'participant', 'type', 'bytes', 'at'])
        .select(({ eb }) => eb('content', 'is not', null).$castTo<boolean>().as('isStored'))
        .where('activity', '=', activity)
        .where('id', '=', id)
        .executeTakeFirst();
      return row ?? null;
    },
    async uploadBytes(activity, id) {
      const row = await db
        .selectFrom('fanfare.uploads')
        .select('content')
        .where('activity', '=', activity)
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.content ? new Uint8Array(row.content) : null;
    },
    async uploadsSince({ activity, participant }, since) {
      const { announced } = await db
        .selectFrom('fanfare.uploads')
        .select(({ fn }) => fn.countAll<number>().as('announced'))
        .where('activity', '=', activity)
        .where('participant', '=', participant)
        .where('at', '>=', since)
        .executeTakeFirstOrThrow();
      return announced;
    },
  };
}

/** How uploads come. */
export function writeUploads(db: Kysely<Tables>): Pick<TaskTransaction, 'addUpload' | 'storeUpload'> {
  return {
    async addUpload({ isStored: _, ...upload }) {
      await db
        .insertInto('fanfare.uploads')
        .values({ ...upload, content: null })
        .execute();
    },
    async storeUpload(activity, id, content) {
      const stored = await db
        .updateTable('fanfare.uploads')
        .set({ content })
        .where('activity', '=', activity)
        .where('id', '=', id)
        .where('content', 'is', null)
        .returning('id')
        .executeTakeFirst();
      return stored !== undefined;
    },
  };
}
