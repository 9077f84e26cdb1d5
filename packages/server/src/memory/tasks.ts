// Submissions and uploads in memory.
import type { StoredSubmission, TaskReader, TaskTransaction } from '../store.tasks.js';
import { keyOf, ownerKey, type Tables } from './tables.js';

const isLive = ({ state }: StoredSubmission) => state === 'pending' || state === 'approved';

/** What may be read of tasks. */
export function readTasks(tables: Tables): TaskReader {
  return {
    submissions: async (owner) =>
      (tables.submissionsOf.get(ownerKey(owner)) ?? [])
        .map((key) => tables.submissions.get(key)!)
        .sort((a, b) => (a.id < b.id ? 1 : -1)),
    submission: async (activity, id) => tables.submissions.get(keyOf(activity, id)) ?? null,
    proofs: async (activity, state, after, limit) =>
      tables.submissions
        .values()
        .filter((one) => one.activity === activity && one.kind === 'proof' && one.state === state)
        .filter(({ id }) => after === null || id > after)
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, limit),
    upload: async (activity, id) => tables.uploads.get(keyOf(activity, id)) ?? null,
    uploadBytes: async (activity, id) => tables.uploadBytes.get(keyOf(activity, id)) ?? null,
    uploadsSince: async (owner, since) =>
      (tables.uploadsOf.get(ownerKey(owner)) ?? []).filter((key) => tables.uploads.get(key)!.at >= since)
        .length,
  };
}

/** What may be done with tasks. */
export function writeTasks(tables: Tables): Omit<TaskTransaction, keyof TaskReader> {
  const ofOwner = (submission: StoredSubmission): readonly string[] =>
    tables.submissionsOf.get(ownerKey(submission)) ?? [];
  const hasLive = (wanted: StoredSubmission) =>
    ofOwner(wanted)
      .map((key) => tables.submissions.get(key)!)
      .some((one) => one.task === wanted.task && one.id !== wanted.id && isLive(one));
  return {
    async addSubmission(submission) {
      if (isLive(submission) && hasLive(submission)) return false;
      const key = keyOf(submission.activity, submission.id);
      tables.submissionsOf.set(ownerKey(submission), [...ofOwner(submission), key]);
      tables.submissions.set(key, submission);
      return true;
    },
    async updateSubmission(activity, id, change) {
      const key = keyOf(activity, id);
      const before = tables.submissions.get(key);
      if (!before) return;
      const after = { ...before, ...change };
      if (isLive(after) && hasLive(after)) throw new Error('[fanfare/server] the task has a live submission');
      tables.submissions.set(key, after);
      if (after.participant === before.participant) return;
      tables.submissionsOf.set(
        ownerKey(before),
        ofOwner(before).filter((one) => one !== key),
      );
      tables.submissionsOf.set(ownerKey(after), [...ofOwner(after), key]);
    },
    async addUpload(upload) {
      const key = keyOf(upload.activity, upload.id);
      tables.uploads.set(key, upload);
      tables.uploadsOf.set(ownerKey(upload), [...(tables.uploadsOf.get(ownerKey(upload)) ?? []), key]);
    },
    async storeUpload(activity, id, bytes) {
      const key = keyOf(activity, id);
      const upload = tables.uploads.get(key);
      if (!upload || upload.isStored) return false;
      tables.uploads.set(key, { ...upload, isStored: true });
      tables.uploadBytes.set(key, bytes.slice());
      return true;
    },
  };
}
