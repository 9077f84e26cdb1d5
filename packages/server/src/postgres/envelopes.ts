// Red envelopes: each opener takes another one, without waiting for those who open at the same time.
import { type Kysely, sql } from 'kysely';
import type { LedgerReader, LedgerTransaction } from '../store.ledger.js';
import type { Tables } from './tables.js';

/** What may be read of envelopes. */
export function readEnvelopes(db: Kysely<Tables>): Pick<LedgerReader, 'smallestEnvelope'> {
  return {
    async smallestEnvelope(activity, tier) {
      const row = await db
        .selectFrom('fanfare.envelopes')
        .select('amount')
        .where('activity', '=', activity)
        .where('tier', '=', tier)
        .where('is_open', '=', sql.lit(false))
        .orderBy('amount')
        .limit(1)
        .executeTakeFirst();
      return row?.amount ?? null;
    },
  };
}

/** How envelopes come and go. */
export function writeEnvelopes(
  db: Kysely<Tables>,
): Pick<LedgerTransaction, 'addEnvelopes' | 'clearEnvelopes' | 'openEnvelope'> {
  const open = async (activity: string, tier: string, most: number, wait: boolean) => {
    const { rows } = await sql<{ amount: number }>`
      update fanfare.envelopes set is_open = true
      where activity = ${activity} and tier = ${tier} and position = (
        select position from fanfare.envelopes
        where activity = ${activity} and tier = ${tier} and not is_open and amount <= ${most}
        order by position limit 1 for update ${sql.raw(wait ? '' : 'skip locked')}
      )
      returning amount`.execute(db);
    return rows[0]?.amount ?? null;
  };
  return {
    async addEnvelopes(activity, tier, amounts) {
      await sql`
        insert into fanfare.envelopes (activity, tier, position, amount)
        select ${activity}, ${tier}, n + coalesce((
          select max(position) from fanfare.envelopes where activity = ${activity} and tier = ${tier}
        ), 0), amount
        from unnest(${[...amounts]}::bigint[]) with ordinality as list (amount, n)`.execute(db);
    },
    async clearEnvelopes(activity, tier) {
      // First the delete, which waits for those who are opening one; then the sum, which sees what they opened.
      await sql`
        delete from fanfare.envelopes
        where activity = ${activity} and tier = ${tier} and not is_open`.execute(db);
      const { rows } = await sql<{ count: number; total: number }>`
        select count(*) as count, coalesce(sum(amount), 0)::bigint as total from fanfare.envelopes
        where activity = ${activity} and tier = ${tier}`.execute(db);
      return rows[0]!;
    },
    async openEnvelope(activity, tier, most) {
      // The last ones may be in the hands of somebody who gives them back: only then it is worth waiting.
      for (;;) {
        const amount = (await open(activity, tier, most, false)) ?? (await open(activity, tier, most, true));
        if (amount !== null) return amount;
        const smallest = await readEnvelopes(db).smallestEnvelope(activity, tier);
        if (smallest === null || smallest > most) return null;
      }
    },
  };
}
