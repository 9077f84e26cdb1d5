// What each route takes and answers, and the codes it may refuse with beside the common ones.
import * as z from 'zod/mini';
import { answers } from './answers.js';
import { checkinInput, handedInPage } from './checkin.js';
import { definition } from './definition.js';
import { factInput, factResult } from './fact.js';
import {
  acceptInput,
  commentInput,
  reviewedFriend,
  reviewedFriends,
  reviewInput,
  submission,
  submissionInput,
  submissions,
  uploadInput,
} from './invite.js';
import { drawInput } from './lottery.js';
import { guestInput } from './me.js';
import type { ProblemCode } from './problem.js';
import { report } from './report.js';
import { claimInput } from './rewards.js';
import type { RouteName } from './routes.js';
import { awards, receiptStory } from './support.js';
import { eventCounts, eventGaps, trackInput, trackResult } from './track.js';

export interface Contract<
  Input extends z.ZodMiniType = z.ZodMiniType,
  Output extends z.ZodMiniType = z.ZodMiniType,
> {
  /** One sentence for the reference. */
  summary: string;
  /** Query parameters with a sentence each. */
  query?: Record<string, string>;
  /** The body; `nothing` for a route that takes none. */
  input: Input;
  output: Output;
  /** Codes of its own; every route may also answer the common ones. */
  refuses: readonly ProblemCode[];
}

const contract = <I extends z.ZodMiniType, O extends z.ZodMiniType>(
  summary: string,
  input: I,
  output: O,
  refuses: readonly ProblemCode[] = [],
  query?: Record<string, string>,
): Contract<I, O> => ({ summary, input, output, refuses, ...(query && { query }) });

/** No body, or an empty object. */
export const nothing = z.strictObject({});

const phase = ['not_started', 'ended', 'paused', 'guest_forbidden', 'denied', 'challenge_required'] as const;

export const contracts = {
  'capabilities.get': contract(
    'What this backend can do, and its limits.',
    nothing,
    answers['capabilities.get'],
  ),
  'time.get': contract("The server's clock.", nothing, answers['time.get']),
  'activity.get': contract(
    'The public definition of the activity.',
    nothing,
    answers['activity.get'],
    ['activity_not_found'],
    {
      version: 'The version that is wanted; with it the answer is immutable.',
    },
  ),
  'activity.live': contract(
    'The public numbers that change by the second.',
    nothing,
    answers['activity.live'],
    ['activity_not_found'],
  ),
  'participant.get': contract("The participant's own state.", nothing, answers['participant.get'], [
    'activity_not_found',
  ]),
  'guest.create': contract(
    'A guest from nothing, a returning guest from its secret, or the link of a guest to a member.',
    guestInput,
    answers['guest.create'],
    ['guest_forbidden', 'forbidden'],
  ),
  'fact.record': contract(
    "A fact from the host's server; the same id has one effect.",
    factInput,
    factResult,
    ['forbidden'],
  ),
  'lottery.draw': contract(
    'Uses one chance (or one code) and answers what it won.',
    drawInput,
    answers['lottery.draw'],
    [...phase, 'no_chances', 'code_invalid', 'code_used'],
  ),
  'invite.get': contract('Who invites, for the landing page.', nothing, answers['invite.get']),
  'invite.accept': contract('Accepts an inviter, once for ever.', acceptInput, answers['invite.accept'], [
    ...phase,
    'invite_self',
    'invite_cycle',
    'invite_repeat',
  ]),
  'tier.claim': contract('Claims the reward of a tier.', nothing, answers['tier.claim'], [
    ...phase,
    'tier_locked',
    'tier_claimed',
    'sold_out',
  ]),
  'checkin.create': contract(
    'Checks in for today, or makes up a day.',
    checkinInput,
    answers['checkin.create'],
    [...phase, 'day_invalid', 'make_up_exhausted', 'points_short'],
  ),
  'task.submit': contract('Hands in proof of a task for review.', submissionInput, answers['task.submit'], [
    ...phase,
    'submission_pending',
  ]),
  'upload.create': contract('A place to upload one picture to.', uploadInput, answers['upload.create'], [
    ...phase,
    'too_large',
  ]),
  'shop.exchange': contract('Exchanges points for an item.', nothing, answers['shop.exchange'], [
    ...phase,
    'points_short',
    'limit_reached',
    'sold_out',
  ]),
  'reward.claim': contract('Claims a reward with what its form needs.', claimInput, answers['reward.claim'], [
    'reward_claimed',
    'reward_expired',
    'guest_forbidden',
  ]),
  'fairness.get': contract(
    'Commitments by epoch, with the seeds after the close.',
    nothing,
    answers['fairness.get'],
  ),
  'fairness.log': contract('The hash-chained log of draws.', nothing, answers['fairness.log'], [], {
    after: 'The cursor of the last page.',
    limit: 'Entries a page, up to 100.',
    draw: 'The id of a draw: the page begins with it, and is empty while the draw is not sealed.',
  }),
  'raffle.get': contract(
    'Raffles: frozen lists, the numbers that decided, and who won.',
    nothing,
    answers['raffle.get'],
  ),
  'raffle.entries': contract('The frozen list of a raffle.', nothing, answers['raffle.entries'], [], {
    after: 'The cursor of the last page.',
  }),
  'track.batch': contract(
    'A batch of events with an outcome for each; refused as a whole only if none was looked at.',
    trackInput,
    trackResult,
    ['unauthenticated', 'unsupported_media_type'],
    { enc: '`gzip`: the body is gzipped JSON. A Content-Encoding header would need a preflight.' },
  ),
  'wechat.sign': contract(
    'A signature for the WeChat JS-SDK, where the backend has a service account.',
    nothing,
    answers['wechat.sign'],
    [],
    {
      url: 'The page address to sign, without the hash.',
    },
  ),
  'admin.submissions.get': contract('Submissions for review, oldest first.', nothing, submissions, [], {
    state: 'Only those in this state; `pending` by default.',
    after: 'The cursor of the last page.',
  }),
  'admin.submission.review': contract(
    'Approves, rejects or revokes a submission, with the reason that is told.',
    reviewInput,
    submission,
  ),
  'admin.friends.get': contract('Accepted invites for review, oldest first.', nothing, reviewedFriends, [], {
    reason: 'Only those held for this reason; `review` by default.',
    after: 'The cursor of the last page.',
  }),
  'admin.friend.review': contract(
    'Lets a friend count, refuses or revokes one; the friend and the inviter see it.',
    reviewInput,
    reviewedFriend,
  ),
  'admin.checkins.get': contract(
    'What was handed in with the check-ins of a day, by participant.',
    nothing,
    handedInPage,
    [],
    { day: "The day key; today in the activity's zone by default.", after: 'The cursor of the last page.' },
  ),
  'admin.checkin.comment': contract(
    "A mentor's comment on what was handed in with a check-in.",
    commentInput,
    nothing,
  ),
  'admin.events.gaps': contract(
    'Holes in the running numbers of pages, with the drops that devices told set against them.',
    nothing,
    eventGaps,
    ['forbidden'],
    {
      project: 'The project whose events are meant.',
      from: 'Pages that sent something from this time on; 24 hours before `to` by default.',
      to: 'The end of the window; now by default.',
    },
  ),
  'admin.events.counts': contract(
    'Events by name and channel, in half-days of a zone.',
    nothing,
    eventCounts,
    ['forbidden'],
    {
      project: 'The project whose events are meant.',
      activity: 'Only events of this activity.',
      zone: 'IANA zone whose midnights and noons cut the half-days; UTC by default.',
      from: 'From the half-day of this time on; 24 hours before `to` by default.',
      to: 'The end of the window; now by default. At most 62 days after `from`.',
    },
  ),
  'admin.reports.get': contract(
    'The funnel with its worst step, by channel and by half-day; targets, costs and records. As CSV too.',
    nothing,
    report,
    ['activity_not_found', 'forbidden'],
    {
      touch:
        'Which channel counts: `first` (of the first visit) or `last` (when it was done); `last` by default.',
      from: 'From the half-day of this time on; the warm-up by default.',
      to: 'The end of the window; now by default. At most 92 days after `from`.',
      format: '`csv` answers a table as text/csv (RFC 4180).',
      lang: 'Language of the texts in a table: `en` (by default) or `zh-CN`.',
      table: 'Which table: `steps` (by default), `channels`, `half_days`, `targets`, `costs` or `records`.',
    },
  ),
  'admin.receipt.get': contract(
    'The story behind a receipt: whose it is, the draw, the reward and its state.',
    nothing,
    receiptStory,
    ['activity_not_found', 'forbidden'],
  ),
  'admin.winners.get': contract(
    'What was given out and to whom, oldest first. As CSV too.',
    nothing,
    awards,
    ['activity_not_found', 'forbidden'],
    {
      after: 'The cursor of the last page.',
      format: '`csv` answers up to 50,000 at once as text/csv (RFC 4180), with a Link to the next of them.',
      forms: '`yes` adds the addresses and accounts that were filled in, to a CSV.',
      lang: 'Language of the names in a CSV: `en` (by default) or `zh-CN`.',
    },
  ),
  'admin.activity.get': contract(
    'The whole definition, for operators; its version is the ETag.',
    nothing,
    definition,
  ),
  'admin.activity.put': contract(
    'Creates or replaces a definition; If-Match names the version that was read.',
    definition,
    z.object({ id: z.string(), version: z.int() }),
    ['version_mismatch', 'version_required'],
  ),
} as const satisfies Record<RouteName, Contract>;

export type Input<Name extends RouteName> = z.input<(typeof contracts)[Name]['input']>;
export type Output<Name extends RouteName> = z.output<(typeof contracts)[Name]['output']>;
