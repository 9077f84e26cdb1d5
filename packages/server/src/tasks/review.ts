// What a reviewer decides about proof, and what follows for the participant.
import type { Input, Output } from '@fanfare/protocol';
import type { Environment } from '../environment.js';
import { refuse } from '../http/refusal.js';
import { happened, taskFact } from '../invite/happened.js';
import { touch } from '../participant/sections.js';
import { type Call, findActivity } from '../routes/call.js';
import type { StoredActivity, StoredSubmission, Transaction } from '../store.js';
import { viewUrl } from './upload.sign.js';

/** A submission as reviewers see it, with addresses of its pictures that work for a while. */
export async function reviewedOf(
  call: Call,
  { activity, id, task, participant, state, text, uploads, reason, at }: StoredSubmission,
): Promise<Output<'admin.submission.review'>> {
  const urls = await Promise.all(uploads.map((upload) => viewUrl(call, activity, upload)));
  return {
    id,
    task,
    participant,
    state,
    ...(text !== null && { text }),
    uploads: urls,
    ...(reason !== null && { reason }),
    at: new Date(at).toISOString(),
  };
}

type Decision = Input<'admin.submission.review'>['decision'];

/** Which states may become which. A reviewer may correct a rejection; what counted is revoked, never rejected. */
const FROM: Record<Decision, readonly StoredSubmission['state'][]> = {
  approved: ['pending', 'rejected', 'revoked'],
  rejected: ['pending'],
  revoked: ['approved'],
};

/** Refuses a decision that does not fit what the submission is, or a task that is waiting with a newer one. */
async function checkDecision(
  tx: Transaction,
  submission: StoredSubmission,
  decision: Decision,
): Promise<void> {
  const wrong = (expected: string): never =>
    refuse('invalid', { errors: [{ pointer: '/decision', detail: `"decision" expected ${expected}.` }] });
  if (!FROM[decision].includes(submission.state))
    wrong(`one that fits a submission that is ${submission.state}, got "${decision}"`);
  const others = (await tx.submissions(submission)).filter(
    ({ id, task, state }) =>
      id !== submission.id && task === submission.task && (state === 'pending' || state === 'approved'),
  );
  if (decision === 'approved' && others.length > 0) wrong('the newer submission to be decided instead');
}

/** Decides about a submission and tells its participant. */
export async function reviewSubmission(
  tx: Transaction,
  env: Environment,
  activity: StoredActivity,
  id: string,
  { decision, reason }: Input<'admin.submission.review'>,
): Promise<StoredSubmission> {
  const found = await tx.submission(activity.id, id);
  if (found?.kind !== 'proof') return refuse('not_found');
  const locked = await tx.lockParticipant(found);
  // Read again under the lock: two reviewers may decide at once.
  const submission = (await tx.submission(activity.id, id))!;
  if (submission.state === decision) return submission;
  await checkDecision(tx, submission, decision);
  const change = { state: decision, reason: reason ?? null };
  await tx.updateSubmission(activity.id, id, change);
  if (!locked) return { ...submission, ...change };
  const told = await touch(tx, locked, ['invite']);
  if (decision === 'approved') await happened(tx, env, activity, told, taskFact(submission.task));
  return { ...submission, ...change };
}

/** {@link reviewSubmission} of a call. */
export const reviewInCall = (
  call: Call,
  input: Input<'admin.submission.review'>,
): Promise<StoredSubmission> =>
  call.env.store.transaction(async (tx) =>
    reviewSubmission(tx, call.env, await findActivity(tx, call), call.params.submission!, input),
  );
