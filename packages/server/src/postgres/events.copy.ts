// Events as rows of a COPY. Written out field by field: this runs for every event of every page.
import type { StoredEvent } from '../store.events.js';
import { copyField } from './copy.js';

/** The columns of an event. */
export const COLUMNS = [
  ...(['project', 'day', 'id', 'name', 'pid', 'seq', 'at', 'created_at', 'sent_at', 'received_at'] as const),
  ...([
    'participant',
    'activity',
    'channel',
    'visitor',
    'quarantined',
    'context',
    'props',
    'invalid',
  ] as const),
];

/** The statement. */
export const COPY_EVENTS = `copy fanfare.events (${COLUMNS.join()}) from stdin`;

/** Its rows, with the fields in that order. */
export function copyRows(events: readonly StoredEvent[]): string {
  let text = '';
  for (const one of events)
    text +=
      `${copyField(one.project)}\t${one.day}\t${copyField(one.id)}\t${copyField(one.name)}\t${copyField(one.pid)}\t` +
      `${one.seq}\t${one.at}\t${one.created_at}\t${one.sent_at}\t${one.received_at}\t` +
      `${copyField(one.participant)}\t${copyField(one.activity)}\t${copyField(one.channel)}\t` +
      `${copyField(one.visitor)}\t${one.quarantined}\t${copyField(one.context)}\t${copyField(one.props)}\t` +
      `${copyField(one.invalid)}\n`;
  return text;
}
