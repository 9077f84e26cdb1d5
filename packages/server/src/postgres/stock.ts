// How many of each prize are left. The `where` decides who gets the last one; the check constraint of the table
// is there for the day somebody writes another statement.
import { type Kysely, sql } from 'kysely';
import type { Reader, Transaction } from '../store.js';
import type { Tables } from './tables.js';

/** Reads the stock. */
export function readStock(db: Kysely<Tables>): Pick<Reader, 'stock'> {
  return {
    stock: (activity) =>
      db
        .selectFrom('fanfare.stock')
        .select(['prize', 'total', 'stock_left as left', 'awarded'])
        .where('activity', '=', activity)
        .orderBy('prize')
        .execute(),
  };
}

/** How stock is set and taken. */
export function writeStock(db: Kysely<Tables>): Pick<Transaction, 'setStock' | 'takeStock'> {
  return {
    async setStock(activity, prize, total) {
      await db
        .insertInto('fanfare.stock')
        .values({ activity, prize, total, stock_left: total })
        .onConflict((taken) =>
          taken
            .columns(['activity', 'prize'])
            .doUpdateSet({ total, stock_left: sql`greatest(excluded.total - stock.awarded, 0)` }),
        )
        .execute();
    },

    async takeStock(activity, prize, count = 1) {
      const taken = await db
        .updateTable('fanfare.stock')
        .set(({ eb }) => ({ stock_left: eb('stock_left', '-', count), awarded: eb('awarded', '+', count) }))
        .where('activity', '=', activity)
        .where('prize', '=', prize)
        .where('stock_left', '>=', count)
        .returning('stock_left')
        .executeTakeFirst();
      return taken !== undefined;
    },
  };
}
