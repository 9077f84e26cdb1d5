// People in an activity.
import type { Kysely } from 'kysely';
import type { Reader, Transaction } from '../store.js';
import { counting } from './counters.js';
import type { Tables } from './tables.js';

const people = (db: Kysely<Tables>, activity: string) =>
  db.selectFrom('fanfare.participants').selectAll().where('activity', '=', activity);

/** The ways to find a participant. */
export function readParticipants(
  db: Kysely<Tables>,
): Pick<Reader, 'participant' | 'participantBySecret' | 'participantByInvite'> {
  return {
    async participant({ activity, participant }) {
      return (await people(db, activity).where('id', '=', participant).executeTakeFirst()) ?? null;
    },
    async participantBySecret(activity, hash) {
      return (await people(db, activity).where('secret_hash', '=', hash).executeTakeFirst()) ?? null;
    },
    async participantByInvite(activity, code) {
      return (await people(db, activity).where('invite_code', '=', code).executeTakeFirst()) ?? null;
    },
  };
}

/** How participants come and change. */
export function writeParticipants(
  db: Kysely<Tables>,
): Pick<Transaction, 'lockParticipant' | 'addParticipant' | 'updateParticipant'> {
  return {
    async lockParticipant({ activity, participant }) {
      const one = people(db, activity).where('id', '=', participant).forUpdate();
      return (await one.executeTakeFirst()) ?? null;
    },

    async addParticipant({ revisions, ...participant }) {
      const added = await db
        .insertInto('fanfare.participants')
        .values({ ...participant, revisions: JSON.stringify(revisions) })
        // Only of the id: a taken invite code is an error.
        .onConflict((taken) => taken.columns(['activity', 'id']).doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!added) return false;
      if (participant.linked_to === null)
        await counting(db, participant.activity, { participants: 1 }).execute();
      return true;
    },

    async updateParticipant({ activity, participant }, { revisions, ...change }) {
      const row = revisions ? { ...change, revisions: JSON.stringify(revisions) } : change;
      if (Object.values(row).every((value) => value === undefined)) return;
      await db
        .updateTable('fanfare.participants')
        .set(row)
        .where('activity', '=', activity)
        .where('id', '=', participant)
        .execute();
    },
  };
}
