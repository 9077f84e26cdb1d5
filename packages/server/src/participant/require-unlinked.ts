import { refuse } from '../http/refusal.js';
import type { StoredParticipant } from '../store.js';

/** Refuses a guest that has signed in: what it does now is the member's to do. Its token lives on for a while. */
export function requireUnlinked(participant: StoredParticipant): void {
  if (participant.linked_to)
    refuse('token_invalid', { detail: 'This guest has signed in; send the member’s token.' });
}
