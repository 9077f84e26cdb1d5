// Reports in memory: counted from the rows themselves, every time.
import type { ReportRecord } from '@fanfare/protocol';
import type { StoredEvent } from '../store.js';
import { EVERYBODY, type ReportCell, type ReportReader, type ReportScope } from '../store.reports.js';
import { keyOf, type Tables } from './tables.js';

/** Somebody did something. */
interface Act {
  name: string;
  person: string;
  at: number;
  channel: string | null;
  value?: number | null;
}

/** Channels of an event: of the visitor's first visit, and of this one. */
function channelsOf({ channel, context }: StoredEvent) {
  const { channel_first } = JSON.parse(context);
  const first = typeof channel_first === 'string' && channel_first ? channel_first.slice(0, 128) : channel;
  return { first, last: channel };
}

/** The participant of an event: the verified one, else the one that the page says. */
function participantOf({ participant, context }: StoredEvent): string | null {
  const { participant: said } = JSON.parse(context);
  return participant ?? (typeof said === 'string' && said ? said : null);
}

/** Acts as cells: everybody counts in the cell of the earliest act of a name. */
function cellsOf(acts: readonly Act[], { bounds }: ReportScope): ReportCell[] {
  const seen = new Set<string>();
  const cells = new Map<string, ReportCell>();
  for (const { name, person, at, channel, value = null } of [...acts].sort((a, b) => a.at - b.at)) {
    const isFirst = !seen.has(keyOf(name, person));
    seen.add(keyOf(name, person));
    const bucket = bounds.findIndex((bound) => bound > at) - 1;
    if (bucket < 0) continue;
    const key = keyOf(name, bucket, channel ?? '');
    const cell = cells.get(key) ?? { name, bucket, channel, people: 0, events: 0, value: null };
    cell.people += isFirst ? 1 : 0;
    cell.events += 1;
    if (value !== null) cell.value = (cell.value ?? 0) + value;
    cells.set(key, cell);
  }
  const order = (cell: ReportCell) => [cell.name, String(cell.bucket).padStart(4, '0'), cell.channel ?? ''];
  return [...cells.values()].sort((a, b) => (order(a).join('\0') < order(b).join('\0') ? -1 : 1));
}

/** What may be read for reports. */
export function readReports(tables: Tables): ReportReader {
  const eventsOf = ({ project, activity }: ReportScope) =>
    tables.events
      .values()
      .filter((one) => one.project === project && one.activity === activity && !one.quarantined)
      .sort((a, b) => a.at - b.at);

  const rowsOf = (
    activity: string,
  ): Record<ReportRecord, { participant: string; at: number; channel?: string | null }[]> => {
    const own = <Row extends { activity: string }>(rows: Row[]) =>
      rows.filter((row) => row.activity === activity);
    const draws = own(tables.draws.values());
    const invites = own(tables.invites.values()).map(({ friend, ...invite }) => ({
      ...invite,
      participant: friend,
    }));
    return {
      joined: own(tables.participants.values())
        .filter(({ linked_to }) => linked_to === null)
        .map(({ id, joined_at }) => ({ participant: id, at: joined_at })),
      drawn: draws,
      won: draws.filter(({ outcome }) => outcome === 'won'),
      claimed: own(tables.claims.values()),
      invited: invites.filter(({ state }) => state !== 'refused'),
      befriended: invites.filter(({ state }) => state === 'valid'),
      checked_in: own(tables.checkins.values().flat()),
    };
  };

  /** Acts of participants: a linked guest is its member; the channel is the one by which the actor came. */
  function actsOf(
    scope: ReportScope,
    rows: readonly {
      name: string;
      participant: string;
      at: number;
      channel?: string | null;
      value?: number | null;
    }[],
  ): Act[] {
    const cameBy = new Map<string, string | null>();
    for (const event of eventsOf(scope)) {
      const participant = participantOf(event);
      if (participant !== null && !cameBy.has(participant))
        cameBy.set(participant, channelsOf(event)[scope.touch]);
    }
    return rows.map(({ participant, channel = null, ...act }) => ({
      ...act,
      person: tables.participants.get(keyOf(scope.activity, participant))?.linked_to ?? participant,
      channel: cameBy.get(participant) ?? channel,
    }));
  }

  return {
    async eventCells(scope, names) {
      const acts = eventsOf(scope).flatMap((event) => {
        const person = event.visitor ?? event.participant ?? event.pid;
        const act = { person, at: event.at, channel: channelsOf(event)[scope.touch] };
        return [EVERYBODY, event.name]
          .filter((name) => names.includes(name))
          .map((name) => ({ ...act, name }));
      });
      return cellsOf(acts, scope).map((cell) => (cell.name === EVERYBODY ? { ...cell, events: 0 } : cell));
    },
    async recordCells(scope, records) {
      const rows = rowsOf(scope.activity);
      const acts = records.flatMap((name) =>
        rows[name].map(({ participant, at, channel }) => ({ name, participant, at, channel })),
      );
      return cellsOf(actsOf(scope, acts), scope);
    },
    async factCells(scope, names) {
      const facts = tables.facts
        .values()
        .filter((one) => one.activity === scope.activity && names.includes(one.name));
      return cellsOf(actsOf(scope, facts), scope);
    },
  };
}
