// Stable error codes (RFC 9457 problem details). Clients branch on `code` alone.
import * as z from 'zod/mini';

interface CodeRule {
  status: number;
  /** Whether the same request, sent again later with the same key, can succeed. */
  retryable: boolean;
  title: string;
}

const rule = (status: number, title: string, retryable = false): CodeRule => ({ status, retryable, title });

/** Every code of the protocol with its HTTP status. New codes may come; clients treat an unknown one by its status. */
export const codes = {
  malformed: rule(400, 'The request is not readable JSON.'),
  key_missing: rule(400, 'The Idempotency-Key header is missing.'),
  unauthenticated: rule(401, 'A participant token is needed.'),
  token_invalid: rule(401, 'The token is not valid here.'),
  token_expired: rule(401, 'The token has expired; send a fresh one.'),
  forbidden: rule(403, 'This credential may not do that.'),
  guest_forbidden: rule(403, 'Guests may not take part; sign in first.'),
  denied: rule(403, 'Refused by the rules against abuse.'),
  challenge_required: rule(403, 'Solve the challenge first.'),
  not_found: rule(404, 'There is nothing at this address.'),
  activity_not_found: rule(404, 'There is no such activity.'),
  method_not_allowed: rule(405, 'This address does not take that method.'),
  key_in_progress: rule(409, 'The first request with this key is still running.', true),
  not_started: rule(409, 'The activity has not started.'),
  ended: rule(409, 'The activity has ended.'),
  paused: rule(409, 'This part is paused.'),
  no_chances: rule(409, 'There is no chance left to draw.'),
  code_invalid: rule(409, 'This code does not exist.'),
  code_used: rule(409, 'This code has been used.'),
  sold_out: rule(409, 'Nothing is left of it.'),
  invite_self: rule(409, 'Nobody can invite themselves.'),
  invite_cycle: rule(409, 'The inviter was invited by you.'),
  invite_repeat: rule(409, 'An inviter has been accepted already.'),
  tier_locked: rule(409, 'More valid friends are needed for this tier.'),
  tier_claimed: rule(409, 'This tier has been claimed.'),
  day_invalid: rule(409, 'This day cannot be made up.'),
  make_up_exhausted: rule(409, 'No make-up is left.'),
  limit_reached: rule(409, 'One person cannot have more of it.'),
  points_short: rule(409, 'There are not enough points.'),
  reward_claimed: rule(409, 'This reward has been claimed.'),
  submission_pending: rule(409, 'A submission is waiting for review.'),
  reward_expired: rule(409, 'The time to claim this reward is over.'),
  version_mismatch: rule(412, 'The definition has changed since it was read.'),
  too_large: rule(413, 'The body is larger than allowed.'),
  unsupported_media_type: rule(415, 'The content type is not supported.'),
  invalid: rule(422, 'Some fields are not valid.'),
  key_reused: rule(422, 'This key was used for another request.'),
  version_required: rule(428, 'Name the version you have read with If-Match.'),
  rate_limited: rule(429, 'Too many requests; wait and send it again.', true),
  internal: rule(500, 'The server failed; nothing was changed.', true),
  unavailable: rule(503, 'The server is not ready; send it again.', true),
} as const satisfies Record<string, CodeRule>;

export type ProblemCode = keyof typeof codes;

/** The body of every error answer: `application/problem+json`. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  retryable: z.boolean(),
  detail: z.optional(z.string()),
  /** The request's id, which support asks for. */
  request_id: z.optional(z.string()),
  errors: z.optional(z.array(z.object({ pointer: z.string(), detail: z.string() }))),
  /** With `too_large` of a batch: what one request may hold. */
  max_bytes: z.optional(z.int()),
  max_events: z.optional(z.int()),
});
export type Problem = z.infer<typeof problem>;
