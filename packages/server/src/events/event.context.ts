// What was true around an event: the batch's context, with the fields in which the event differs.
import { cleanJson } from './event.json.js';

/** A context, cleaned. */
export interface EventContext {
  json: string;
  activity: string | null;
  channel: string | null;
  visitor: string | null;
}

const LONGEST = 128;

function contextOf(fields: Record<string, unknown>): EventContext {
  const cleaned = cleanJson(fields) as Record<string, unknown>;
  const text = (name: string): string | null => {
    const value = cleaned[name];
    return typeof value === 'string' && value !== '' ? value.slice(0, LONGEST) : null;
  };
  return {
    json: JSON.stringify(cleaned),
    activity: text('activity'),
    channel: text('channel'),
    visitor: text('visitor'),
  };
}

/** Gives each event its context; most have none of their own and share one. Null takes a field out. */
export function createContexts(
  shared: Record<string, unknown>,
): (own: Record<string, unknown> | undefined) => EventContext {
  const fields = new Map(Object.entries(shared));
  let plain: EventContext | undefined;
  return (own) => {
    if (!own) {
      plain ??= contextOf(Object.fromEntries(fields));
      return plain;
    }
    const merged = new Map(fields);
    for (const [name, value] of Object.entries(own))
      if (value === null) merged.delete(name);
      else merged.set(name, value);
    return contextOf(Object.fromEntries(merged));
  };
}
