// Events in memory.
import type { EventHole, EventReader, EventTransaction, EventWindow, StoredEvent } from '../store.events.js';
import type { SinkTransaction } from '../store.sinks.js';
import { writeSinks } from './sinks.js';
import { keyOf, type Tables } from './tables.js';

const byText = (a: string | null, b: string | null) => (a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1);

function holesOf(events: readonly StoredEvent[]): EventHole[] {
  const { pid } = events[0]!;
  const visitor = events.reduce<string | null>((last, one) => one.visitor ?? last, null);
  const holes: EventHole[] = [];
  let next = 1;
  for (const seq of events.map((event) => event.seq).sort((a, b) => a - b)) {
    if (seq > next) holes.push({ pid, visitor, from: next, to: seq - 1 });
    next = Math.max(next, seq + 1);
  }
  return holes;
}

/** What may be read of events. */
export function readEvents(tables: Tables): EventReader {
  const within = ({ project, from, to }: EventWindow) =>
    tables.events
      .values()
      .filter((one) => one.project === project && one.received_at >= from && one.received_at < to);
  return {
    event: async (project, id) => tables.events.get(keyOf(project, id)) ?? null,
    async eventTotals(window) {
      const events = within(window);
      return { pages: new Set(events.map(({ pid }) => pid)).size, events: events.length };
    },
    async eventHoles(window, limit) {
      const wanted = new Set(within(window).map(({ pid }) => pid));
      const pages = new Map<string, StoredEvent[]>();
      for (const event of within({ ...window, from: 0 }))
        if (wanted.has(event.pid)) pages.set(event.pid, [...(pages.get(event.pid) ?? []), event]);
      return [...pages.values()]
        .flatMap(holesOf)
        .sort((a, b) => b.to - b.from - (a.to - a.from) || byText(a.pid, b.pid) || a.from - b.from)
        .slice(0, limit);
    },
    async eventDrops(window) {
      const sums = new Map<string, { visitor: string | null; reason: string; count: number }>();
      for (const { name, visitor, props } of within(window)) {
        if (name !== '$dropped') continue;
        const { reason, count } = JSON.parse(props ?? '{}');
        if (!Number.isInteger(count) || count < 0 || count > 1e9) continue;
        const key = keyOf(visitor ?? '', String(reason));
        const before = sums.get(key)?.count ?? 0;
        sums.set(key, { visitor, reason: String(reason), count: before + count });
      }
      return [...sums.values()].sort((a, b) => byText(a.visitor, b.visitor) || byText(a.reason, b.reason));
    },
    async eventCounts(project, activity, bounds) {
      const sums = new Map<
        string,
        { bucket: number; name: string; channel: string | null; marks: boolean[] }
      >();
      for (const event of tables.events.values()) {
        if (event.project !== project || (activity !== null && event.activity !== activity)) continue;
        const bucket = bounds.findIndex((bound) => bound > event.at) - 1;
        if (bucket < 0) continue;
        const { name, channel, quarantined } = event;
        const key = keyOf(bucket, name, channel ?? '', channel === null ? 0 : 1);
        const sum = sums.get(key) ?? { bucket, name, channel, marks: [] };
        sums.set(key, { ...sum, marks: [...sum.marks, quarantined] });
      }
      return [...sums.values()]
        .map(({ marks, ...of }) => {
          const quarantined = marks.filter(Boolean).length;
          return { ...of, count: marks.length - quarantined, quarantined };
        })
        .sort((a, b) => a.bucket - b.bucket || byText(a.name, b.name) || byText(a.channel, b.channel));
    },
  };
}

/** What may be done with events. */
export function writeEvents(tables: Tables): EventTransaction & SinkTransaction {
  return {
    async addEvents(events) {
      const added = new Set<string>();
      for (const event of events) {
        const key = keyOf(event.project, event.id);
        if (tables.events.get(key)) continue;
        tables.events.set(key, event);
        added.add(event.id);
      }
      return added;
    },
    prepareEventDays: async () => 0,
    ...writeSinks(tables),
  };
}
