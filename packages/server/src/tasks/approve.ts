// A task that needs no reviewer is done: its submission is approved, or made if there was none.
import type { TaskDefinition } from '@fanfare/protocol';
import type { Environment } from '../environment.js';
import { uuidv7 } from '../ids.js';
import type { Owner, Transaction } from '../store.js';
import { newestOf } from './task.state.js';

/** Approves; false when it is approved already, or waits for a reviewer. The owner must be locked. */
export async function approveTask(
  tx: Transaction,
  env: Environment,
  owner: Owner,
  task: TaskDefinition,
): Promise<boolean> {
  if (task.kind === 'proof') return false;
  const before = newestOf(await tx.submissions(owner), task.id);
  if (before?.state === 'approved') return false;
  if (before?.state === 'pending') {
    await tx.updateSubmission(owner.activity, before.id, { state: 'approved' });
    return true;
  }
  const at = env.now();
  return tx.addSubmission({
    ...owner,
    id: uuidv7(at, env.random),
    task: task.id,
    kind: task.kind,
    state: 'approved',
    text: null,
    uploads: [],
    reason: null,
    at,
  });
}
