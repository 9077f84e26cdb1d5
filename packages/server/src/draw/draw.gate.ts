// Who may take part now: the phase by the server's clock, pauses, guests.
import { phaseAt } from '@fanfare/protocol';
import { refuse } from '../http/refusal.js';
import type { Identity } from '../identity/identify.js';
import type { StoredActivity } from '../store.js';

/** Refuses unless `widget` is open to this caller at `now`. */
export function requireOpen(
  { definition }: StoredActivity,
  identity: Identity,
  widget: string,
  now: number,
): void {
  const phase = phaseAt(definition.schedule, now);
  if (phase === 'warmup') refuse('not_started', { detail: `It starts at ${definition.schedule.start_at}.` });
  if (phase === 'ended') refuse('ended');
  if (definition.paused.includes('*') || definition.paused.includes(widget)) refuse('paused');
  if (identity.kind === 'guest' && definition.guests !== 'act') refuse('guest_forbidden');
}
