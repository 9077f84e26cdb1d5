import type { TrackedActivity } from '@fanfare/core/track';
import type { Circumstances } from './identity/context.js';

/** Puts what an activity knows around every event, as it changes. Returns the function that ends it. */
export function followActivity(
  { id, channel, locale, currentPhase, participant, definition }: TrackedActivity,
  set: (change: Circumstances) => void,
): () => void {
  set({ activity: id });
  const signals = [channel, locale, currentPhase, participant, definition];
  const look = () => {
    set({
      // An activity without one leaves what the visitor came with.
      ...(channel.peek() && { channel: channel.peek() }),
      locale: locale.peek(),
      phase: currentPhase.peek(),
      participant: Object(participant.peek()).id,
      version: Object(definition.peek()).version,
    });
  };
  const offs = signals.map((signal) => signal.subscribe(look));
  return () => {
    for (const off of offs) off();
  };
}
