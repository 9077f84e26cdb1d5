// Which routes of the contract this server answers.
import { activityGet } from './activity.get.js';
import { activityLive } from './activity.live.js';
import { adminActivityGet } from './admin.activity.get.js';
import { adminActivityPut } from './admin.activity.put.js';
import { adminCheckinComment } from './admin.checkin.comment.js';
import { adminCheckinsGet } from './admin.checkins.js';
import { adminEventsCounts, adminEventsGaps } from './admin.events.js';
import { adminFriendReview, adminFriendsGet } from './admin.friends.js';
import { adminReceiptGet } from './admin.receipt.get.js';
import { adminReportsGet } from './admin.reports.js';
import { adminSubmissionReview, adminSubmissionsGet } from './admin.submissions.js';
import { adminWinnersGet } from './admin.winners.get.js';
import type { Handlers } from './call.js';
import { capabilitiesGet } from './capabilities.get.js';
import { checkinCreate } from './checkin.create.js';
import { factRecord } from './fact.record.js';
import { fairnessGet } from './fairness.get.js';
import { fairnessLog } from './fairness.log.js';
import { guestCreate } from './guest.create.js';
import { inviteAccept } from './invite.accept.js';
import { inviteGet } from './invite.get.js';
import { lotteryDraw } from './lottery.draw.js';
import { participantGet } from './participant.get.js';
import { raffleEntries } from './raffle.entries.js';
import { raffleGet } from './raffle.get.js';
import { rewardClaim } from './reward.claim.js';
import { shopExchange } from './shop.exchange.js';
import { taskSubmit } from './task.submit.js';
import { tierClaim } from './tier.claim.js';
import { timeGet } from './time.get.js';
import { trackBatch } from './track.batch.js';
import { uploadCreate } from './upload.create.js';
import { wechatSign } from './wechat.sign.js';

export const handlers: Handlers = {
  'capabilities.get': capabilitiesGet,
  'time.get': timeGet,
  'activity.get': activityGet,
  'activity.live': activityLive,
  'participant.get': participantGet,
  'guest.create': guestCreate,
  'fact.record': factRecord,
  'lottery.draw': lotteryDraw,
  'invite.get': inviteGet,
  'invite.accept': inviteAccept,
  'tier.claim': tierClaim,
  'task.submit': taskSubmit,
  'upload.create': uploadCreate,
  'reward.claim': rewardClaim,
  'wechat.sign': wechatSign,
  'admin.submissions.get': adminSubmissionsGet,
  'admin.submission.review': adminSubmissionReview,
  'admin.friends.get': adminFriendsGet,
  'admin.friend.review': adminFriendReview,
  'checkin.create': checkinCreate,
  'shop.exchange': shopExchange,
  'admin.checkins.get': adminCheckinsGet,
  'admin.checkin.comment': adminCheckinComment,
  'fairness.get': fairnessGet,
  'fairness.log': fairnessLog,
  'raffle.get': raffleGet,
  'raffle.entries': raffleEntries,
  'track.batch': trackBatch,
  'admin.events.gaps': adminEventsGaps,
  'admin.events.counts': adminEventsCounts,
  'admin.reports.get': adminReportsGet,
  'admin.receipt.get': adminReceiptGet,
  'admin.winners.get': adminWinnersGet,
  'admin.activity.get': adminActivityGet,
  'admin.activity.put': adminActivityPut,
};
