import type { TrackedActivity } from '@fanfare/core/track';
import type { Circumstances } from './identity/context.js';

/** Puts what an activity knows around every event, as it changes. Returns the function that ends it. */
export function followActivity(
  { id, channel, locale, currentPhase, participant, definition }: TrackedActivity,
  set: (change: Circumstances) => void,
): () => void {
  set({ activity: id });
  const offs = [
    channel.subscribe((value) => value && set({ channel: value })),
    locale.subscribe((value) => set({ locale: value })),
    currentPhase.subscribe((value) => set({ phase: value })),
    participant.subscribe((value) => set({ participant: value?.id })),
    definition.subscribe((value) => set({ version: value?.version })),
  ];
  return () => {
    for (const off of offs) off();
  };
}
