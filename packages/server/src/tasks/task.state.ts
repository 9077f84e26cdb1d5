// How a participant stands with each task: its newest submission says so.
import type { Invite, InviteDefinition, TaskDefinition } from '@fanfare/protocol';
import type { StoredSubmission } from '../store.js';

const isLive = ({ state }: StoredSubmission) => state === 'pending' || state === 'approved';

/** The submission of a task or step that holds: the live one, else the newest; `submissions` are newest first. */
export function newestOf(
  submissions: readonly StoredSubmission[],
  task: string,
): StoredSubmission | undefined {
  const ofTask = submissions.filter((one) => one.task === task);
  return ofTask.find(isLive) ?? ofTask[0];
}

/** Whether a task is done and was not revoked. */
export const isApproved = (submissions: readonly StoredSubmission[], { id }: TaskDefinition): boolean =>
  newestOf(submissions, id)?.state === 'approved';

/** What approved tasks count for, in valid friends. */
export const friendsByTasks = (
  { tasks }: InviteDefinition,
  submissions: readonly StoredSubmission[],
): number => tasks.reduce((sum, task) => sum + (isApproved(submissions, task) ? task.friends : 0), 0);

/** The tasks of section `invite`. */
export const taskStates = (
  { tasks }: InviteDefinition,
  submissions: readonly StoredSubmission[],
): Invite['tasks'] =>
  tasks.map(({ id }) => {
    const newest = newestOf(submissions, id);
    return {
      id,
      state: newest?.state ?? 'open',
      ...(newest?.reason != null && { reason: newest.reason }),
    };
  });
