import type { Exchange } from '../../exchange.js';
import type { Trial } from '../../trial.js';

/** An event as a page sends it, with changes. */
export const event = (change: object = {}): Record<string, unknown> => ({
  id: uuidv7(),
  name: 'kit.event',
  created_at: new Date().toISOString(),
  pid: crypto.randomUUID(),
  seq: 1,
  ...change,
});

/** A UUIDv7 of now: its time says which day the event belongs to. */
function uuidv7(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}`;
}

/** The body of a batch. */
export const batchOf = ({ world }: Trial, events: readonly unknown[], change: object = {}) => ({
  key: world.options.trackKey!,
  batch_id: crypto.randomUUID(),
  sent_at: new Date().toISOString(),
  events,
  ...change,
});

/** Sends a batch as pages do: JSON as text/plain, so that no preflight is needed. */
export const sendBatch = (trial: Trial, body: unknown): Promise<Exchange> =>
  trial.send('POST', '/v1/events', {
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'Content-Type': 'text/plain;charset=UTF-8', Origin: 'https://anywhere.example' },
  });

/** The outcome of each event of a batch. */
export const statusesOf = (answer: Exchange): string[] =>
  answer.ok('track.batch').results.map(({ status }) => status);
