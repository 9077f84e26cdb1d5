// One event of a batch: rejected with a code, or the row that is stored.
import { bytesOf } from '../encode.js';
import type { StoredEvent } from '../store.js';
import type { EventContext } from './event.context.js';
import { dayOfId } from './event.day.js';
import { cleanJsonText, cleanText, TooDeep } from './event.json.js';
import { isTrackEvent, type TrackEvent } from './event.shape.js';

/** What all events of a batch have in common. */
export interface Batch {
  project: string;
  sentAt: number;
  receivedAt: number;
  /** Bytes that an event may have, and as many its context. */
  eventBytes: number;
  contextOf(own: Record<string, unknown> | undefined): EventContext;
  /** The verified participant of an activity's events. */
  participantOf(activity: string | null): string | null;
}

/** Why an event is not stored. */
export type Rejection = 'invalid' | 'too_large';

const ID = /^[\x21-\x7e]{1,64}$/;
/** A mark that tells what the page masked; such an event breaks no plan. */
const MASKED = 'props: phone';

/** When it happened by the server's clock; nothing happens after it was received. */
export const correctedTime = (receivedAt: number, sentAt: number, createdAt: number): number =>
  Math.min(receivedAt, receivedAt - (sentAt - createdAt));

/** The row of an event, or why there is none. */
export function examineEvent(raw: unknown, batch: Batch): StoredEvent | Rejection {
  if (!isTrackEvent(raw) || !ID.test(raw.id) || !ID.test(raw.pid)) return 'invalid';
  try {
    return rowOf(raw, batch);
  } catch (error) {
    if (error instanceof TooDeep) return 'invalid';
    throw error;
  }
}

function rowOf(event: TrackEvent, batch: Batch): StoredEvent | Rejection {
  const { id, pid, seq, props, invalid } = event;
  const context = batch.contextOf(event.context);
  const name = cleanText(event.name);
  if (!name) return 'invalid';
  const propsJson = props ? cleanJsonText(props) : null;
  const invalidJson = invalid?.length ? cleanJsonText(invalid) : null;
  const isTooLarge =
    isLarger(context.json, batch.eventBytes) ||
    isLarger(`${propsJson ?? ''}${invalidJson ?? ''}`, batch.eventBytes);
  if (isTooLarge) return 'too_large';
  const createdAt = Date.parse(event.created_at);
  const { activity, channel, visitor } = context;
  return {
    project: batch.project,
    day: dayOfId(id),
    id,
    name,
    pid,
    seq,
    at: correctedTime(batch.receivedAt, batch.sentAt, createdAt),
    created_at: createdAt,
    sent_at: batch.sentAt,
    received_at: batch.receivedAt,
    participant: batch.participantOf(activity),
    activity,
    channel,
    visitor,
    quarantined: invalid?.some((mark) => mark !== MASKED) ?? false,
    context: context.json,
    props: propsJson,
    invalid: invalidJson,
  };
}

/** Counting UTF-8 costs; most events are far from the limit. */
const isLarger = (text: string, bytes: number): boolean =>
  text.length * 3 > bytes && bytesOf(text).length > bytes;
