// Handing in: proof for a reviewer, a target that was opened, or an answer to a step.
import type { Input, TaskDefinition } from '@fanfare/protocol';
import type { Environment } from '../environment.js';
import { refuse } from '../http/refusal.js';
import { uuidv7 } from '../ids.js';
import { happened, taskFact } from '../invite/happened.js';
import { hasHappened } from '../invite/has-happened.js';
import type { Owner, StoredActivity, StoredParticipant, StoredSubmission, Transaction } from '../store.js';
import { approveTask } from './approve.js';
import { newestOf } from './task.state.js';

const wrong = (pointer: string, detail: string): never =>
  refuse('invalid', { errors: [{ pointer, detail }] });

/** Refuses pictures that are not the caller's own, or not there yet. */
async function checkUploads(tx: Transaction, owner: Owner, uploads: readonly string[]): Promise<void> {
  for (const [at, id] of uploads.entries()) {
    const upload = await tx.upload(owner.activity, id);
    if (upload?.participant !== owner.participant || !upload.isStored)
      wrong(`/uploads/${at}`, `"uploads.${at}" expected a finished upload of yours, got "${id}".`);
  }
}

async function submitProof(
  tx: Transaction,
  owner: Owner,
  submission: StoredSubmission,
  before: StoredSubmission | undefined,
): Promise<void> {
  if (before?.state === 'pending') refuse('submission_pending');
  if (submission.uploads.length === 0 && submission.text === null)
    wrong('/uploads', '"uploads" expected at least one picture, or a text.');
  await checkUploads(tx, owner, submission.uploads);
  if (!(await tx.addSubmission(submission))) refuse('submission_pending');
}

/** Records the submission of a task. What is approved already stays as it is. */
export async function submitTask(
  tx: Transaction,
  env: Environment,
  activity: StoredActivity,
  participant: StoredParticipant,
  task: TaskDefinition,
  input: Input<'task.submit'>,
): Promise<StoredParticipant> {
  const at = env.now();
  const owner = { activity: activity.id, participant: participant.id };
  const before = newestOf(await tx.submissions(owner), task.id);
  if (before?.state === 'approved') return participant;
  const submission: StoredSubmission = {
    ...owner,
    id: uuidv7(at, env.random),
    task: task.id,
    kind: task.kind,
    state: 'pending',
    text: input.text?.trim() || null,
    uploads: [...new Set(input.uploads)],
    reason: null,
    at,
  };
  if (task.kind === 'proof') {
    await submitProof(tx, owner, submission, before);
    return participant;
  }
  const { done_by } = task;
  if (done_by === undefined || (await hasHappened(tx, owner, done_by))) {
    await approveTask(tx, env, owner, task);
    return happened(tx, env, activity, participant, taskFact(task.id));
  }
  if (before?.state !== 'pending') await tx.addSubmission({ ...submission, text: null, uploads: [] });
  return participant;
}
