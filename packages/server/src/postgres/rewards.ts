// What was won, and by whom.
import type { Reward } from '@fanfare/protocol';
import type { Kysely } from 'kysely';
import type { Owner, Reader, StoredReward, Transaction } from '../store.js';
import { counting } from './counters.js';
import type { Tables } from './tables.js';

const toReward = ({ body, activity, participant }: Owner & { body: Reward }): StoredReward => ({
  ...body,
  activity,
  participant,
});

/** What the app reads of rewards. */
export function readRewards(db: Kysely<Tables>): Pick<Reader, 'rewards' | 'winners'> {
  return {
    async rewards({ activity, participant }) {
      const rows = await db
        .selectFrom('fanfare.rewards')
        .select(['activity', 'participant', 'body'])
        .where('activity', '=', activity)
        .where('participant', '=', participant)
        .orderBy('at', 'desc')
        .orderBy('seq', 'desc')
        .execute();
      return rows.map(toReward);
    },

    async winners(activity, limit) {
      const rows = await db
        .selectFrom('fanfare.rewards as r')
        .leftJoin('fanfare.participants as p', (join) =>
          join.onRef('p.activity', '=', 'r.activity').onRef('p.id', '=', 'r.participant'),
        )
        .select(['r.activity', 'r.participant', 'r.body', 'p.name'])
        .where('r.activity', '=', activity)
        .where('r.source', '=', 'draw')
        .orderBy('r.at', 'desc')
        .orderBy('r.seq', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ name, ...row }) => ({ name, reward: toReward(row) }));
    },
  };
}

/** Stores a reward. */
export function writeRewards(db: Kysely<Tables>): Pick<Transaction, 'addReward'> {
  return {
    async addReward({ activity, participant, ...reward }) {
      await db
        .with('counted', (trx) => counting(trx, activity, { awards: 1 }))
        .insertInto('fanfare.rewards')
        .values({
          activity,
          participant,
          id: reward.id,
          prize: reward.prize,
          source: reward.source,
          receipt: reward.receipt,
          at: Date.parse(reward.at),
          body: JSON.stringify(reward),
        })
        .execute();
    },
  };
}
