// Claims of rewards, with the form that was filled in.
import { type Kysely, sql } from 'kysely';
import type { ClaimReader, ClaimTransaction } from '../store.claims.js';
import type { Tables } from './tables.js';

/** What may be read of claims. */
export function readClaims(db: Kysely<Tables>): ClaimReader {
  const rewards = (activity: string) =>
    db
      .selectFrom('fanfare.rewards')
      .select(['activity', 'participant', 'body'])
      .where('activity', '=', activity);
  return {
    async reward({ activity, participant }, id) {
      const row = await rewards(activity)
        .where('id', '=', id)
        .where('participant', '=', participant)
        .executeTakeFirst();
      return row ? { ...row.body, activity, participant } : null;
    },
    async claim(activity, reward) {
      const row = await db
        .selectFrom('fanfare.claims')
        .selectAll()
        .where('activity', '=', activity)
        .where('reward', '=', reward)
        .executeTakeFirst();
      return row ?? null;
    },
    async overdueRewards(activity, now, limit) {
      const rows = await rewards(activity)
        .where(sql<boolean>`body ->> 'state' = 'pending'`)
        .where(sql<boolean>`body ->> 'claim_by' <= ${new Date(now).toISOString()}`)
        .limit(limit)
        .execute();
      return rows.map(({ body, participant }) => ({ ...body, activity, participant }));
    },
  };
}

/** How claims come. */
export function writeClaims(db: Kysely<Tables>): Omit<ClaimTransaction, keyof ClaimReader> {
  return {
    async updateReward({ activity, participant, ...reward }) {
      await db
        .updateTable('fanfare.rewards')
        .set({ body: JSON.stringify(reward) })
        .where('activity', '=', activity)
        .where('id', '=', reward.id)
        .where('participant', '=', participant)
        .execute();
    },
    async addClaim({ form, ...claim }) {
      const added = await db
        .insertInto('fanfare.claims')
        .values({ ...claim, form: JSON.stringify(form) })
        .onConflict((taken) => taken.columns(['activity', 'reward']).doNothing())
        .returning('reward')
        .executeTakeFirst();
      return added !== undefined;
    },
  };
}
