// The intake of a batch: every event is examined on its own, and the new ones are stored together.
import { describeIssues, type Output, trackEnvelope } from '@fanfare/protocol';
import type { Environment } from '../environment.js';
import { refuse } from '../http/refusal.js';
import type { StoredEvent } from '../store.js';
import { refuseTooLarge } from './batch.body.js';
import { participantOfBatch } from './batch.participant.js';
import { createContexts } from './event.context.js';
import { examineEvent } from './event.examine.js';
import { projectOfKey } from './track-keys.js';

type Result = Output<'track.batch'>['results'][number];

/** The envelope; each event is looked at on its own, so the schema need not walk through the list. */
function parseEnvelope(body: unknown) {
  const events: unknown = Object(body).events;
  const isList = Array.isArray(events);
  const parsed = trackEnvelope.safeParse(isList ? { ...Object(body), events: events.slice(0, 1) } : body);
  if (!parsed.success || !isList)
    return refuse('invalid', { errors: describeIssues(parsed.error?.issues ?? [], body) });
  return { ...parsed.data, events: events as unknown[] };
}

const idOf = (raw: unknown): string => {
  const id: unknown = Object(raw).id;
  return typeof id === 'string' ? id : '';
};

/** Takes a batch in; the answer names every event in the order of the request. */
export async function takeBatch(env: Environment, body: unknown): Promise<Output<'track.batch'>> {
  const { key, token, batch_id, sent_at, context = {}, events } = parseEnvelope(body);
  if (events.length > env.limits.batchEvents) refuseTooLarge(env);
  const project = projectOfKey(env, key);
  const batch = {
    project,
    sentAt: Date.parse(sent_at),
    receivedAt: env.now(),
    eventBytes: env.limits.eventBytes,
    contextOf: createContexts(context),
    participantOf: await participantOfBatch(env, project, context.activity, token),
  };
  const examined = events.map((raw) => examineEvent(raw, batch));
  const rows = new Map<string, StoredEvent>();
  for (const row of examined) if (typeof row !== 'string' && !rows.has(row.id)) rows.set(row.id, row);
  const added = rows.size ? await env.addEvents([...rows.values()]) : new Set();
  const results = examined.map((row, at): Result => {
    if (typeof row === 'string') return { id: idOf(events[at]), status: 'rejected', code: row };
    const isNew = added.has(row.id) && rows.get(row.id) === row;
    return { id: row.id, status: isNew ? 'accepted' : 'duplicate' };
  });
  return { batch_id, results };
}
