// Grants and the chances they add up to.
import { type Kysely, sql } from 'kysely';
import type { Owner, Reader, Transaction } from '../store.js';
import type { Tables } from './tables.js';

/** What the app reads of chances. */
export function readChances(db: Kysely<Tables>): Pick<Reader, 'chances' | 'grants' | 'grantCount'> {
  const grants = ({ activity, participant }: Owner) =>
    db.selectFrom('fanfare.grants').where('activity', '=', activity).where('participant', '=', participant);

  return {
    async chances({ activity, participant }) {
      const row = await db
        .selectFrom('fanfare.chances')
        .select(['granted', 'used'])
        .where('activity', '=', activity)
        .where('participant', '=', participant)
        .executeTakeFirst();
      return row ?? { granted: 0, used: 0 };
    },

    grants: (owner) =>
      grants(owner)
        .select(['activity', 'participant', 'rule', 'occurrence', 'day', 'chances', 'at'])
        .orderBy('at')
        .orderBy('seq')
        .execute(),

    grantCount: (owner, rule, day) =>
      grants(owner)
        .where('rule', '=', rule)
        .select(({ fn }) => [
          fn.countAll<number>().as('total'),
          fn.countAll<number>().filterWhere('day', '=', day).as('day'),
        ])
        .executeTakeFirstOrThrow(),
  };
}

/** How chances are granted and used. */
export function writeChances(db: Kysely<Tables>): Pick<Transaction, 'addGrant' | 'useChance'> {
  return {
    async addGrant(grant) {
      const { rows } = await sql`
        with added as (
          insert into fanfare.grants (activity, participant, rule, occurrence, day, chances, at)
          values (${grant.activity}, ${grant.participant}, ${grant.rule}, ${grant.occurrence}, ${grant.day},
            ${grant.chances}, ${grant.at})
          on conflict (activity, participant, rule, occurrence) do nothing
          returning activity, participant, chances
        )
        insert into fanfare.chances as c (activity, participant, granted, used)
        select activity, participant, chances, 0 from added
        on conflict (activity, participant) do update set granted = c.granted + excluded.granted
        returning c.granted`.execute(db);
      return rows.length === 1;
    },

    async useChance({ activity, participant }) {
      const used = await db
        .updateTable('fanfare.chances')
        .set(({ eb }) => ({ used: eb('used', '+', 1) }))
        .where('activity', '=', activity)
        .where('participant', '=', participant)
        .whereRef('used', '<', 'granted')
        .returning('used')
        .executeTakeFirst();
      return used !== undefined;
    },
  };
}
