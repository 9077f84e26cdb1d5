// What the host's server said happened: each id once.
import type { Kysely } from 'kysely';
import type { Reader, Transaction } from '../store.js';
import type { Tables } from './tables.js';

/** Finds a fact. */
export function readFacts(db: Kysely<Tables>): Pick<Reader, 'fact'> {
  return {
    async fact(activity, id) {
      const row = await db
        .selectFrom('fanfare.facts')
        .selectAll()
        .where('activity', '=', activity)
        .where('id', '=', id)
        .executeTakeFirst();
      return row ?? null;
    },
  };
}

/** Records a fact. */
export function writeFacts(db: Kysely<Tables>): Pick<Transaction, 'addFact'> {
  return {
    async addFact(fact) {
      const added = await db
        .insertInto('fanfare.facts')
        .values(fact)
        .onConflict((taken) => taken.columns(['activity', 'id']).doNothing())
        .returning('id')
        .executeTakeFirst();
      return added !== undefined;
    },
  };
}
