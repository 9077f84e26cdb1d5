// Draws, the participant's draw number in an epoch, and how many draws a day had.
import type { Kysely } from 'kysely';
import type { Reader, Transaction } from '../store.js';
import { counting } from './counters.js';
import type { Tables } from './tables.js';

/** What the app reads of draws. */
export function readDraws(db: Kysely<Tables>): Pick<Reader, 'draw' | 'drawsOn'> {
  return {
    async draw(activity, id) {
      const row = await db
        .selectFrom('fanfare.draws')
        .selectAll()
        .where('activity', '=', activity)
        .where('id', '=', id)
        .executeTakeFirst();
      return row ?? null;
    },

    async drawsOn({ activity, participant }, day) {
      const row = await db
        .selectFrom('fanfare.draw_days')
        .select('draws')
        .where('activity', '=', activity)
        .where('participant', '=', participant)
        .where('day', '=', day)
        .executeTakeFirst();
      return row?.draws ?? 0;
    },
  };
}

/** How a draw is stored. */
export function writeDraws(db: Kysely<Tables>): Pick<Transaction, 'nextNonce' | 'addDraw'> {
  return {
    async nextNonce({ activity, participant }, epoch) {
      const row = await db
        .insertInto('fanfare.nonces')
        .values({ activity, participant, epoch, nonce: 1 })
        .onConflict((taken) =>
          taken
            .columns(['activity', 'participant', 'epoch'])
            .doUpdateSet(({ eb }) => ({ nonce: eb('fanfare.nonces.nonce', '+', 1) })),
        )
        .returning('nonce')
        .executeTakeFirstOrThrow();
      return row.nonce;
    },

    async addDraw(draw, day) {
      const { activity, participant } = draw;
      await db
        .with('drawn', (trx) => trx.insertInto('fanfare.draws').values(draw))
        .with('laid_out', (trx) =>
          trx.insertInto('fanfare.unsealed_draws').values({ activity, draw: draw.id }),
        )
        .with('counted', (trx) => counting(trx, activity, { draws: 1 }))
        .insertInto('fanfare.draw_days')
        .values({ activity, participant, day, draws: 1 })
        .onConflict((taken) =>
          taken
            .columns(['activity', 'participant', 'day'])
            .doUpdateSet(({ eb }) => ({ draws: eb('fanfare.draw_days.draws', '+', 1) })),
        )
        .execute();
    },
  };
}
