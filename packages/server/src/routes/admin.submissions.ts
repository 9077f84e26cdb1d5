import { answerJson } from '../http/answer.js';
import { parseInput, readJson } from '../http/body.js';
import { refuse } from '../http/refusal.js';
import type { SubmissionState } from '../store.js';
import { reviewedOf, reviewInCall } from '../tasks/review.js';
import { loadAuthorized, PAGE, pageOf } from './admin.page.js';
import type { Handler } from './call.js';

const STATES: readonly SubmissionState[] = ['pending', 'approved', 'rejected', 'revoked'];

/** Proof for review, oldest first. */
export const adminSubmissionsGet: Handler = async (call) => {
  const { id } = await loadAuthorized(call);
  const wanted = call.query.get('state') ?? 'pending';
  const state = STATES.find((one) => one === wanted);
  if (!state)
    return refuse('invalid', {
      errors: [{ pointer: '/state', detail: `"state" expected one of ${STATES.join(', ')}.` }],
    });
  const found = await call.env.store.read((reader) =>
    reader.proofs(id, state, call.query.get('after'), PAGE + 1),
  );
  const { items, next } = pageOf(found);
  return answerJson({ items: await Promise.all(items.map((one) => reviewedOf(call, one))), next });
};

/** Decides about one. */
export const adminSubmissionReview: Handler = async (call) => {
  await loadAuthorized(call);
  const body = await readJson(call.request, call.env.limits.bodyBytes);
  const submission = await reviewInCall(call, parseInput('admin.submission.review', body));
  return answerJson(await reviewedOf(call, submission));
};
