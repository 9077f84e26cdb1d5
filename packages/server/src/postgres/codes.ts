// One-time codes, each of which opens exactly one draw.
import { type Kysely, sql } from 'kysely';
import type { Transaction } from '../store.js';
import type { Tables } from './tables.js';

/** Adds codes and uses them up. */
export function writeCodes(db: Kysely<Tables>): Pick<Transaction, 'addCodes' | 'useCode'> {
  return {
    async addCodes(activity, codes) {
      // In order, so that two imports of the same codes wait for each other instead of locking each other out.
      const sorted = [...new Set(codes)].sort();
      const { rows } = await sql`
        insert into fanfare.codes (activity, code)
        select ${activity}, unnest(${sorted}::text[])
        on conflict (activity, code) do nothing
        returning 1`.execute(db);
      return rows.length;
    },

    async useCode({ activity, participant }, code, at) {
      const used = await db
        .updateTable('fanfare.codes')
        .set({ used_by: participant, used_at: at })
        .where('activity', '=', activity)
        .where('code', '=', code)
        .where('used_at', 'is', null)
        .returning('code')
        .executeTakeFirst();
      if (used) return 'used_now';
      const known = await db
        .selectFrom('fanfare.codes')
        .select('code')
        .where('activity', '=', activity)
        .where('code', '=', code)
        .executeTakeFirst();
      return known ? 'used_before' : 'unknown';
    },
  };
}
