// The contract's `trackEvent`, read by hand: this runs for every event of every page, and a schema costs more than all
// the rest of the examination. A test holds it to the schema.
import type { trackEvent } from '@fanfare/protocol';
import { isTime } from '@fanfare/protocol/checks';

/** An event as pages send it. */
export type TrackEvent = ReturnType<typeof trackEvent.parse>;

const isText = (value: unknown, longest: number): boolean =>
  typeof value === 'string' && value.length <= longest;
const isPlain = (value: unknown): boolean =>
  value === undefined || (typeof value === 'object' && value !== null && !Array.isArray(value));
const isTexts = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.every((one) => typeof one === 'string'));

/** Whether it is an event. */
export function isTrackEvent(raw: unknown): raw is TrackEvent {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return false;
  const { id, name, created_at, pid, seq, props, context, invalid } = raw as Record<string, unknown>;
  return (
    isText(id, 64) &&
    isText(name, 128) &&
    isText(pid, 64) &&
    Number.isSafeInteger(seq) &&
    (seq as number) >= 0 &&
    typeof created_at === 'string' &&
    isTime(created_at) &&
    isPlain(props) &&
    isPlain(context) &&
    isTexts(invalid)
  );
}
