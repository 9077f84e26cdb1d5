// A mentor's words on what was handed in.
import { refuse } from '../http/refusal.js';
import { ownerOf, touch } from '../participant/sections.js';
import type { Owner, Transaction } from '../store.js';

/** Sets the comment of a day; a linked guest's days are the member's. Refuses when there is no such day. */
export async function commentOn(tx: Transaction, owner: Owner, day: string, comment: string): Promise<void> {
  const known = await tx.participant(owner);
  const { activity } = owner;
  const participant = await tx.lockParticipant({
    activity,
    participant: known?.linked_to ?? owner.participant,
  });
  if (!participant || !(await tx.updateCheckin(ownerOf(participant), day, { comment })))
    return refuse('not_found', { detail: `There is no check-in of that participant on ${day}.` });
  await touch(tx, participant, ['checkin']);
}
