// An event as CloudEvents 1.0 tell it, in JSON.
import type { StoredEvent } from '../store.js';

/** The media type of a batch. */
export const CLOUD_EVENTS = 'application/cloudevents-batch+json; charset=UTF-8';

/** One CloudEvent. `source` and `id` together are unique: whoever receives it twice tells by them. */
export interface CloudEvent {
  specversion: '1.0';
  id: string;
  /** `/fanfare/<project>`. */
  source: string;
  /** `fanfare.<name>`. */
  type: string;
  /** When it happened, by the server's clock. */
  time: string;
  /** The participant, else the visitor. */
  subject?: string;
  datacontenttype: 'application/json';
  data: Record<string, unknown>;
}

const at = (ms: number) => new Date(ms).toISOString();

/** The CloudEvent of an event. */
export function toCloudEvent(event: StoredEvent): CloudEvent {
  const { participant, visitor, activity, channel, pid, seq } = event;
  const subject = participant ?? visitor;
  return {
    specversion: '1.0',
    id: event.id,
    source: `/fanfare/${encodeURIComponent(event.project)}`,
    type: `fanfare.${event.name}`,
    time: at(event.at),
    ...(subject && { subject }),
    datacontenttype: 'application/json',
    data: {
      ...{ activity, channel, participant, visitor, pid, seq },
      ...{ created_at: at(event.created_at), received_at: at(event.received_at) },
      context: JSON.parse(event.context),
      props: JSON.parse(event.props ?? '{}'),
    },
  };
}
