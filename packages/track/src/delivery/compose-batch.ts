// The body of a request: what most events share stands once, in front; an event whose context differs says how.
import type { Row } from '../event/row.js';
import { VERSION } from '../version.js';
import { classifyEnvironment } from './surroundings.js';

export interface Envelope {
  /** The publishable key. */
  key: string;
  /** A participant's token, where the host gave one. */
  token?: string | undefined;
  batch_id: string;
  /** RFC 3339, on the same time as the events' `created_at`. */
  sent_at: string;
}

export function composeBatch(rows: readonly Row[], envelope: Envelope): string {
  const shared = rows[0]!.context;
  const differences = new Map<string, string>([[shared, '']]);
  const events = rows.map(({ json, context }) => {
    let difference = differences.get(context);
    if (difference === undefined) {
      difference = `{"context":${JSON.stringify(differ(shared, context))},`;
      differences.set(context, difference);
    }
    return difference ? difference + json.slice(1) : json;
  });
  const common = `{"sdk":"${VERSION}","env":"${classifyEnvironment()}",${shared.slice(1)}`;
  return `${JSON.stringify(envelope).slice(0, -1)},"context":${common},"events":[${events.join()}]}`;
}

/** The keys in which `other` differs; null where it has none. */
function differ(shared: string, other: string): Record<string, unknown> {
  const base: Record<string, unknown> = JSON.parse(shared);
  const own: Record<string, unknown> = JSON.parse(other);
  const difference: Record<string, unknown> = {};
  for (const name of Object.keys({ ...base, ...own }))
    if (JSON.stringify(base[name]) !== JSON.stringify(own[name])) difference[name] = own[name] ?? null;
  return difference;
}
