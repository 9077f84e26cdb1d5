// Sinks in memory: a cursor is the number of events before it, which never change their places.
import type { SinkTransaction } from '../store.sinks.js';
import type { Tables } from './tables.js';

export const writeSinks = (tables: Tables): SinkTransaction => ({
  async leaseSink(name, owner, now, until) {
    const sink = tables.sinks.get(name) ?? { cursor: String(tables.events.values().length), owner, until };
    if (sink.owner !== owner && sink.until > now) return null;
    tables.sinks.set(name, { ...sink, owner, until });
    return sink.cursor;
  },
  async eventsAfter(cursor, limit) {
    const events = tables.events.values().slice(Number(cursor), Number(cursor) + limit);
    return { events, cursor: String(Number(cursor) + events.length) };
  },
  async moveSink(name, owner, cursor, until) {
    if (tables.sinks.get(name)?.owner !== owner) return false;
    tables.sinks.set(name, { cursor, owner, until });
    return true;
  },
});
