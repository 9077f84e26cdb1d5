import { answerJson } from '../http/answer.js';
import { parseInput, readJson } from '../http/body.js';
import { refuse } from '../http/refusal.js';
import { reviewedFriendOf, reviewFriend } from '../invite/review.js';
import type { FriendReason } from '../store.js';
import { loadAuthorized, PAGE, pageOf } from './admin.page.js';
import { findActivity, type Handler } from './call.js';

const REASONS: readonly FriendReason[] = ['review', 'waiting'];

/** Pending friends, oldest first. */
export const adminFriendsGet: Handler = async (call) => {
  const { id } = await loadAuthorized(call);
  const wanted = call.query.get('reason') ?? 'review';
  const reason = REASONS.find((one) => one === wanted);
  if (!reason)
    return refuse('invalid', {
      errors: [{ pointer: '/reason', detail: `"reason" expected one of ${REASONS.join(', ')}.` }],
    });
  const found = await call.env.store.read((reader) =>
    reader.heldInvites(id, reason, call.query.get('after'), PAGE + 1),
  );
  const { items, next } = pageOf(found);
  return answerJson({ items: items.map(reviewedFriendOf), next });
};

/** Decides about one. */
export const adminFriendReview: Handler = async (call) => {
  await loadAuthorized(call);
  const input = parseInput('admin.friend.review', await readJson(call.request, call.env.limits.bodyBytes));
  const friend = await call.env.store.transaction(async (tx) =>
    reviewFriend(tx, call.env, await findActivity(tx, call), call.params.friend!, input),
  );
  return answerJson(reviewedFriendOf(friend));
};
