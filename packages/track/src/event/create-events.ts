// Makes rows of events: id, running number and time of this page.
import { EVENT_BYTES } from '../limits.js';
import type { Plan } from '../plan/plan.js';
import { createEventIds } from './event-id.js';
import { priorityOf } from './priority.js';
import { writeProperties } from './properties.js';
import type { Row } from './row.js';

export interface EventSource {
  /** The page instance: with `seq` it makes loss a number. */
  pid: string;
  /** Unix ms on the page's own time. */
  now(): number;
  /** What is true around the event, as JSON. */
  context(now: number): string;
  plan?: Plan | undefined;
}

/** `time` (unix ms) is now, unless it happened before. */
export type CreateRow = (name: string, properties?: object, time?: number) => Row | undefined;

/** Undefined for what is no event or too large a one; its number is used up, so that the hole shows. */
export function createEvents({ pid, now, context, plan }: EventSource): CreateRow {
  const createId = createEventIds(pid);
  let seq = 0;
  let at = -1;
  let stamp = '';
  return (name, properties, time = now()) => {
    const id = createId(time, ++seq);
    if (!name || name.length > 128) return undefined;
    if (time !== at) stamp = new Date(time).toISOString();
    at = time;
    const { json: props, invalid } = writeProperties(properties);
    if (plan) invalid.push(...plan.check(name, properties));
    const json = `{"id":"${id}","name":${JSON.stringify(name)},"created_at":"${stamp}","pid":"${pid}","seq":${seq}${
      props ? `,"props":${props}` : ''
    }${invalid.length ? `,"invalid":${JSON.stringify(invalid)}` : ''}}`;
    if (isLarger(json, EVENT_BYTES)) return undefined;
    const planned = plan?.events[name];
    return { key: (planned ? planned.priority : priorityOf(name)) + id, json, context: context(time) };
  };
}

/** Counting UTF-8 costs; most events are far from the limit. */
const isLarger = (text: string, bytes: number) => text.length * 3 > bytes && new Blob([text]).size > bytes;
