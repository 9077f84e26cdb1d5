// The ledger: rows are inserted, never changed; balances are sums, so no row is hot.
import { type Kysely, sql } from 'kysely';
import type { Account, LedgerReader, LedgerTransaction } from '../store.ledger.js';
import type { Tables } from './tables.js';

/** What may be read of the ledger. */
export function readLedger(db: Kysely<Tables>): Pick<LedgerReader, 'transfer' | 'balances'> {
  return {
    async transfer(activity, id) {
      const row = await db
        .selectFrom('fanfare.transfers')
        .select(['activity', 'id', 'state', 'of', 'debit as from', 'credit as to', 'amount', 'at'])
        .where('activity', '=', activity)
        .where('id', '=', id)
        .executeTakeFirst();
      return row ?? null;
    },
    async balances(activity) {
      const { rows } = await sql<{ account: Account; balance: number }>`
        select account, sum(change)::bigint as balance from (
          select debit as account, -amount as change from fanfare.transfers where activity = ${activity}
          union all
          select credit, amount from fanfare.transfers where activity = ${activity}
        ) as changes group by account`.execute(db);
      return {
        ...{ budget: 0, reserved: 0, issued: 0, expired: 0 },
        ...Object.fromEntries(rows.map(({ account, balance }) => [account, balance])),
      };
    },
  };
}

/** How the ledger grows. */
export function writeLedger(db: Kysely<Tables>): Pick<LedgerTransaction, 'addTransfer'> {
  return {
    async addTransfer({ from, to, ...transfer }) {
      const added = await db
        .insertInto('fanfare.transfers')
        .values({ ...transfer, debit: from, credit: to })
        // Of either constraint: the id, or the transfer that is resolved.
        .onConflict((taken) => taken.doNothing())
        .returning('id')
        .executeTakeFirst();
      return added !== undefined;
    },
  };
}
