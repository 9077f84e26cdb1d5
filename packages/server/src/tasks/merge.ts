// Sign-in: a guest's submissions become the member's. Of two live ones of a task the approved one stays, else the member's.
import type { Owner, StoredSubmission, Transaction } from '../store.js';

const isLive = ({ state }: StoredSubmission) => state === 'pending' || state === 'approved';

/** Moves them. */
export async function mergeSubmissions(tx: Transaction, guest: Owner, member: Owner): Promise<void> {
  const live = (await tx.submissions(member)).filter(isLive);
  for (const submission of await tx.submissions(guest)) {
    const { activity, id, task, state } = submission;
    const other = isLive(submission) ? live.find((one) => one.task === task) : undefined;
    if (other && (other.state === 'approved' || state === 'pending'))
      await tx.updateSubmission(activity, id, { state: 'rejected' });
    else if (other) await tx.updateSubmission(activity, other.id, { state: 'rejected' });
    await tx.updateSubmission(activity, id, { participant: member.participant });
  }
}
