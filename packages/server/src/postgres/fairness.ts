// The log of draws: what waits for the sealer, and what has its place.
import { type Kysely, sql } from 'kysely';
import type { FairnessReader, FairnessTransaction } from '../store.fairness.js';
import type { Tables } from './tables.js';

/** What may be read of the log. */
export function readFairness(db: Kysely<Tables>): FairnessReader {
  return {
    async epochs(activity) {
      const rows = await db
        .selectFrom('fanfare.epochs')
        .selectAll()
        .where('activity', '=', activity)
        .orderBy('epoch')
        .execute();
      return rows.map(({ activity: _activity, ...epoch }) => epoch);
    },
    async logHead(activity) {
      const row = await db
        .selectFrom('fanfare.sealed_draws')
        .select(['sequence', 'hash'])
        .where('activity', '=', activity)
        .orderBy('sequence', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ?? null;
    },
    sealedDraws: (activity, after, limit) =>
      db
        .selectFrom('fanfare.sealed_draws as s')
        .innerJoin('fanfare.draws as d', (join) =>
          join.onRef('d.activity', '=', 's.activity').onRef('d.id', '=', 's.draw'),
        )
        .selectAll('d')
        .select(['s.sequence', 's.hash'])
        .where('s.activity', '=', activity)
        .where('s.sequence', '>', after)
        .orderBy('s.sequence')
        .limit(limit)
        .execute(),
    async sealedAt(activity, draw) {
      const row = await db
        .selectFrom('fanfare.sealed_draws')
        .select('sequence')
        .where('activity', '=', activity)
        .where('draw', '=', draw)
        .executeTakeFirst();
      return row?.sequence ?? null;
    },
    unsealedDraws: (activity, limit) =>
      db
        .selectFrom((waiting) =>
          waiting
            .selectFrom('fanfare.unsealed_draws')
            .selectAll()
            .where('activity', '=', activity)
            .orderBy('draw')
            .limit(limit)
            .as('u'),
        )
        .innerJoin('fanfare.draws as d', (join) =>
          join.onRef('d.activity', '=', 'u.activity').onRef('d.id', '=', 'u.draw'),
        )
        .selectAll('d')
        .orderBy('d.id')
        .execute(),
  };
}

/** How the log grows. */
export function writeFairness(db: Kysely<Tables>): Pick<FairnessTransaction, 'sealDraws'> {
  return {
    async sealDraws(activity, sealed) {
      const draws = sealed.map(({ draw }) => draw);
      const places = sealed.map(({ sequence }) => sequence);
      const hashes = sealed.map(({ hash }) => hash);
      await sql`
        with gone as (
          delete from fanfare.unsealed_draws where activity = ${activity} and draw = any (${draws}::text[])
        )
        insert into fanfare.sealed_draws (activity, sequence, draw, hash)
        select ${activity}, * from unnest(${places}::bigint[], ${draws}::text[], ${hashes}::text[])`.execute(
        db,
      );
    },
  };
}
