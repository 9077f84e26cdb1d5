// Invite codes as people type them: whose they are.
import type { Owner, Reader, StoredParticipant } from '../store.js';

/** Crockford's alphabet has no O, I and L; whoever reads a code out says them all the same. */
const normalCode = (code: string): string =>
  code.trim().toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');

/** The participant whose code it is; a guest's who has signed in, the member. Null for a code of nobody here. */
export async function participantOfCode(
  reader: Reader,
  activity: string,
  code: string,
): Promise<StoredParticipant | null> {
  const found = await reader.participantByInvite(activity, normalCode(code));
  if (!found?.linked_to) return found;
  const member: Owner = { activity, participant: found.linked_to };
  return reader.participant(member);
}
