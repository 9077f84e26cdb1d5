// A log of events between the intake and the storage, for when one database is outgrown: a NATS JetStream cluster.
//
//   intake: publish each event; the cluster's acknowledgement is the event's
//   consumer: read, store, acknowledge
//
// An event that is published twice is recognised by its id while the cluster remembers it, and by the storage for ever.
import { jetstream, jetstreamManager, RetentionPolicy, StorageType } from '@nats-io/jetstream';
import { connect, type NodeConnectionOptions, nanos } from '@nats-io/transport-node';
import type { AddEvents } from '../events/gather.js';
import type { Store } from '../store.js';
import { type ConsumeOptions, consumeEvents } from './consume.js';
import { createPublisher } from './publish.js';

/** Where the cluster is, and what its stream is like. */
export interface EventLogOptions {
  /** E.g. `nats://a:4222`; give all of the cluster's. */
  servers: readonly string[];
  /** @default 'FANFARE_EVENTS' */
  stream?: string;
  /** Copies of each event: 3 survive the loss of one server. Only used when the stream is made. @default 3 */
  replicas?: number;
  /** Milliseconds for which the cluster knows an event again. Only used when the stream is made. @default 1200000 */
  duplicateMs?: number;
  /** Milliseconds that the publishing of a request may take before it is answered 503. @default 8000 */
  publishMs?: number;
  /** More for the connection: user, password, TLS. */
  connection?: Omit<NodeConnectionOptions, 'servers'>;
}

/** The log. */
export interface EventLog {
  /** The option `addEvents` of `createApp`. */
  addEvents: AddEvents;
  /** Stores events until the answer is called. Any number of consumers share the work. */
  consume(store: Store, options?: ConsumeOptions): Promise<() => Promise<void>>;
  /** Ends the connection once everything is sent. */
  close(): Promise<void>;
}

/** Connects, and makes the stream if there is none. */
export async function openEventLog({
  servers,
  stream = 'FANFARE_EVENTS',
  replicas = 3,
  duplicateMs = 20 * 60_000,
  publishMs = 8000,
  connection = {},
}: EventLogOptions): Promise<EventLog> {
  const nats = await connect({
    maxReconnectAttempts: -1,
    reconnectTimeWait: 200,
    name: 'fanfare-server',
    ...connection,
    servers: [...servers],
  });
  const manager = await jetstreamManager(nats, { timeout: publishMs });
  const subject = stream.toLowerCase().replaceAll('_', '.');
  await manager.streams.info(stream).catch(() =>
    manager.streams.add({
      name: stream,
      subjects: [`${subject}.>`],
      // What a consumer has stored leaves the log.
      retention: RetentionPolicy.Workqueue,
      storage: StorageType.File,
      num_replicas: replicas,
      duplicate_window: nanos(duplicateMs),
    }),
  );
  return {
    addEvents: createPublisher(jetstream(nats), { subject, publishMs }),
    consume: (store, options) => consumeEvents({ manager, js: jetstream(nats), stream }, store, options),
    close: () => nats.drain(),
  };
}
