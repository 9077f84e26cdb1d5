// The intake's side: an event counts as taken in when the cluster has it on most of its disks.
import type { JetStreamClient } from '@nats-io/jetstream';
import type { AddEvents } from '../events/gather.js';
import { type StoredEvent, StoreUnavailable } from '../store.js';

const PAUSE_MS = 100;
const ATTEMPT_MS = 2000;

const encoder = new TextEncoder();
const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

/** A project as one part of a subject, which has no dots, blanks or wildcards. */
const partOf = (project: string) => encodeURIComponent(project).replaceAll('.', '%2E').replaceAll('*', '%2A');

/** Publishes events, each until it is acknowledged; all or none of a request count. */
export function createPublisher(
  js: Pick<JetStreamClient, 'publish'>,
  { subject, publishMs }: { subject: string; publishMs: number },
): AddEvents {
  /** Whether it was new. While a leader is elected nobody answers: the same message again is recognised by its id. */
  async function publish(event: StoredEvent, until: number): Promise<boolean> {
    const body = encoder.encode(JSON.stringify(event));
    const msgID = `${event.project} ${event.id}`;
    let wasUnanswered = false;
    for (;;) {
      try {
        const { duplicate } = await js.publish(`${subject}.${partOf(event.project)}`, body, {
          msgID,
          timeout: ATTEMPT_MS,
        });
        // The unanswered attempt may have been the one that counted.
        return !duplicate || wasUnanswered;
      } catch (cause) {
        wasUnanswered = true;
        if (Date.now() > until)
          throw new StoreUnavailable(
            '[fanfare/server] the event log cannot be reached; send the request again.',
            {
              cause,
            },
          );
        await pause();
      }
    }
  }

  return async (events) => {
    const until = Date.now() + publishMs;
    const isNew = await Promise.all(events.map((event) => publish(event, until)));
    return new Set(events.filter((_, at) => isNew[at]).map(({ id }) => id));
  };
}
