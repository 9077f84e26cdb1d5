// The storage's side: events are acknowledged once they are stored; whatever is not comes again, and is counted once
// because the storage knows ids for ever.
import {
  AckPolicy,
  type ConsumerMessages,
  type JetStreamClient,
  type JetStreamManager,
  type JsMsg,
} from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import { type AddEvents, addToStore } from '../events/gather.js';
import { type Store, type StoredEvent, StoreUnavailable } from '../store.js';

/** How a consumer works. */
export interface ConsumeOptions {
  /** Shared by all consumers that share the work. @default 'storage' */
  name?: string;
  /** Events of a write. @default 1000 */
  most?: number;
  /** Milliseconds until another consumer gets what one has not acknowledged. @default 30000 */
  ackMs?: number;
  /** Told what fails; it is tried again. @default nothing */
  failed?: (error: unknown) => void;
}

const RETRY_MS = 2000;
const PAUSE_MS = 200;
const WAIT_MS = 1000;

interface Source {
  manager: JetStreamManager;
  js: JetStreamClient;
  stream: string;
}

/** Messages by the project of their events; what is no event is taken out of the log. */
function parseMessages(
  messages: readonly JsMsg[],
  failed: (error: unknown) => void,
): Map<string, [JsMsg, StoredEvent][]> {
  const projects = new Map<string, [JsMsg, StoredEvent][]>();
  for (const message of messages) {
    try {
      const event = message.json<StoredEvent>();
      const list = projects.get(event.project) ?? [];
      list.push([message, event]);
      projects.set(event.project, list);
    } catch (error) {
      message.term('not an event');
      failed(error);
    }
  }
  return projects;
}

/** Stores what belongs together; if that fails, each event alone, so that one spoils no other. */
async function storeAll(
  add: AddEvents,
  list: readonly [JsMsg, StoredEvent][],
  failed: (error: unknown) => void,
): Promise<void> {
  // The log may hold a copy that came after the cluster had forgotten the first one.
  const events = new Map(list.map(([, event]) => [event.id, event]));
  try {
    await add([...events.values()]);
    for (const [message] of list) message.ack();
  } catch (error) {
    failed(error);
    if (list.length === 1 || error instanceof StoreUnavailable)
      for (const [message] of list) message.nak(RETRY_MS);
    else for (const one of list) await storeAll(add, [one], failed);
  }
}

/** Consumes until the answer is called; that one resolves when what is in hand is stored. */
export async function consumeEvents(
  { manager, js, stream }: Source,
  store: Store,
  { name = 'storage', most = 1000, ackMs = 30_000, failed = () => {} }: ConsumeOptions = {},
): Promise<() => Promise<void>> {
  await manager.consumers.add(stream, {
    durable_name: name,
    ack_policy: AckPolicy.Explicit,
    ack_wait: nanos(ackMs),
    max_ack_pending: 10 * most,
  });
  const consumer = await js.consumers.get(stream, name);
  const add = addToStore(store);
  let isStopped = false;
  let fetching: ConsumerMessages | undefined;

  async function turn(): Promise<void> {
    fetching = await consumer.fetch({ max_messages: most, expires: WAIT_MS });
    const messages: JsMsg[] = [];
    for await (const message of fetching) messages.push(message);
    const projects = parseMessages(messages, failed);
    await Promise.all([...projects.values()].map((list) => storeAll(add, list, failed)));
  }

  async function run(): Promise<void> {
    while (!isStopped)
      await turn().catch(async (error) => {
        // A leader is being elected.
        failed(error);
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      });
  }

  const running = run();
  return async () => {
    isStopped = true;
    await running;
  };
}
