// Definitions by version, and the commitment epochs beside them.
import { type Kysely, sql } from 'kysely';
import type { Reader, StoredActivity, StoredEpoch, Transaction } from '../store.js';
import type { Tables } from './tables.js';

/** What the app reads of activities. */
export function readActivities(
  db: Kysely<Tables>,
): Pick<Reader, 'activity' | 'activityVersion' | 'activityIds'> {
  return {
    async activity(id) {
      const row = await db
        .selectFrom('fanfare.activities as a')
        .innerJoin('fanfare.activity_versions as v', (join) =>
          join.onRef('v.activity', '=', 'a.id').onRef('v.version', '=', 'a.version'),
        )
        .leftJoinLateral(
          (newest) =>
            newest
              .selectFrom('fanfare.epochs')
              .selectAll()
              .whereRef('fanfare.epochs.activity', '=', 'a.id')
              .orderBy('epoch', 'desc')
              .limit(1)
              .as('e'),
          (join) => join.onTrue(),
        )
        .select(['a.id', 'a.version', 'a.salt_key', 'v.definition', 'v.updated_at'])
        .select(['e.epoch', 'e.seed', 'e.seed_hash', 'e.rules', 'e.rules_hash', 'e.version as epoch_version'])
        .select(['e.opened_at', 'e.closed_at'])
        .where('a.id', '=', id)
        .executeTakeFirst();
      return row ? toActivity(row) : null;
    },

    async activityVersion(id, version) {
      const row = await db
        .selectFrom('fanfare.activity_versions')
        .select('definition')
        .where('activity', '=', id)
        .where('version', '=', version)
        .executeTakeFirst();
      return row?.definition ?? null;
    },

    async activityIds() {
      const rows = await db.selectFrom('fanfare.activities').select('id').execute();
      return rows.map((row) => row.id).sort();
    },
  };
}

/** How the app changes activities. */
export function writeActivities(db: Kysely<Tables>): Pick<Transaction, 'saveActivity' | 'openEpoch'> {
  return {
    async saveActivity(definition, expected, at, saltKey = '') {
      const { id } = definition;
      const version = expected + 1;
      const { rows } =
        expected === 0
          ? await sql`
              insert into fanfare.activities (id, version, salt_key) values (${id}, 1, ${saltKey})
              on conflict (id) do nothing returning id`.execute(db)
          : await sql`
              update fanfare.activities set version = ${version}
              where id = ${id} and version = ${expected} returning id`.execute(db);
      if (rows.length === 0) return null;
      await db
        .insertInto('fanfare.activity_versions')
        .values({ activity: id, version, definition: JSON.stringify(definition), updated_at: at })
        .execute();
      return version;
    },

    async openEpoch(activity, epoch) {
      await db
        .updateTable('fanfare.epochs')
        .set({ closed_at: epoch.opened_at })
        .where('activity', '=', activity)
        .where('closed_at', 'is', null)
        .execute();
      await db
        .insertInto('fanfare.epochs')
        .values({ activity, ...epoch })
        .execute();
    },
  };
}

type EpochColumns = Omit<StoredEpoch, 'version'> & { epoch_version: number };
type JoinedRow = Omit<StoredActivity, 'epoch'> & { [K in keyof EpochColumns]: EpochColumns[K] | null };

function toActivity(row: JoinedRow): StoredActivity {
  const { id, version, definition, updated_at, salt_key, epoch_version, ...columns } = row;
  const epoch = columns.epoch === null ? null : ({ ...columns, version: epoch_version } as StoredEpoch);
  return { id, version, definition, epoch, updated_at, salt_key };
}
