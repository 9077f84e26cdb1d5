// Sinks over the events' own table: a cursor each, and no row beside the event. Every event has the number of the
// transaction that stored it; only numbers below the oldest transaction that still runs are read, so that none is
// passed over that is committed later.
import { type Kysely, sql } from 'kysely';
import type { StoredEvent } from '../store.events.js';
import type { SinkTransaction } from '../store.sinks.js';
import { COLUMNS } from './events.copy.js';
import type { Tables } from './tables.js';

const EVENT = sql.raw(COLUMNS.join());

/** A cursor: the transaction, and the last event of it that was read. */
const parse = (cursor: string): [tx: number, id: string] => {
  const at = cursor.indexOf(' ');
  return [Number(cursor.slice(0, at)), cursor.slice(at + 1)];
};

export const writeSinks = (db: Kysely<Tables>): SinkTransaction => ({
  async leaseSink(name, owner, now, until) {
    const { rows } = await sql<{ cursor: string }>`
      insert into fanfare.sinks as s (name, owner, leased_until, cursor)
      values (${name}, ${owner}, ${until}, pg_snapshot_xmin(pg_current_snapshot())::text || ' ')
      on conflict (name) do update set owner = excluded.owner, leased_until = excluded.leased_until
        where s.owner = excluded.owner or s.leased_until <= ${now}
      returning cursor`.execute(db);
    return rows[0]?.cursor ?? null;
  },
  async eventsAfter(cursor, limit) {
    const [tx, id] = parse(cursor);
    const { rows } = await sql<StoredEvent & { tx: number }>`
      select ${EVENT}, tx from fanfare.events
      where tx >= ${tx} and tx < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
        and (tx, id collate "C") > (${tx}, ${id})
      order by tx, id collate "C" limit ${limit}`.execute(db);
    const last = rows.at(-1);
    const events = rows.map(({ tx: _, ...event }) => event);
    return { events, cursor: last ? `${last.tx} ${last.id}` : cursor };
  },
  async moveSink(name, owner, cursor, until) {
    const { rows } = await sql`
      update fanfare.sinks set cursor = ${cursor}, leased_until = ${until}
      where name = ${name} and owner = ${owner} returning name`.execute(db);
    return rows.length > 0;
  },
});
