// A friend counts from now on: the invite is valid, and the inviter's section has changed.
import { touch } from '../participant/sections.js';
import type { StoredInvite, StoredParticipant, Transaction } from '../store.js';

/** Tells the inviter that something about a friend has changed; answers the inviter, locked. */
export async function tellInviter(
  tx: Transaction,
  { activity, inviter }: Pick<StoredInvite, 'activity' | 'inviter'>,
): Promise<StoredParticipant | null> {
  const locked = await tx.lockParticipant({ activity, participant: inviter });
  return locked && touch(tx, locked, ['invite']);
}

/** Makes an invite valid and answers the inviter, locked. */
export async function letCount(tx: Transaction, invite: StoredInvite): Promise<StoredParticipant | null> {
  await tx.updateInvite(
    { activity: invite.activity, participant: invite.friend },
    { state: 'valid', reason: null },
  );
  return tellInviter(tx, invite);
}
