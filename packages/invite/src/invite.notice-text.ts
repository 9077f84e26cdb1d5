// Why something did not happen, by the code that the backend gave.
import type { TextPack } from '@fanfare/core';

export type NoticeKey =
  | 'failed'
  | 'failed-offline'
  | 'no'
  | 'no-invite_self'
  | 'no-invite_cycle'
  | 'no-invite_repeat'
  | 'no-not_found'
  | 'no-not_started'
  | 'no-ended'
  | 'no-paused'
  | 'no-sold_out'
  | 'no-tier_locked'
  | 'no-tier_claimed'
  | 'no-denied'
  | 'no-challenge_required'
  | 'no-guest_forbidden'
  | 'no-submission_pending'
  | 'no-too_large'
  | 'no-unsupported_media_type'
  | 'no-invalid'
  | 'no-reward_claimed'
  | 'no-reward_expired';

export const noticeText: TextPack<NoticeKey> = {
  'zh-CN': {
    // No answer came; nothing is lost.
    failed: '还没有收到答复，进度都还在，不会重复',
    // There is no network; it was not done.
    'failed-offline': '网络断开，还没有提交，恢复后自动重试',
    // A refusal without words of its own.
    no: '这次没有成功，请稍后再看看',
    // Refusal.
    'no-invite_self': '这是你自己的邀请，发给好友吧',
    // Refusal: the inviter was invited by you.
    'no-invite_cycle': 'TA 是你邀请来的，不能互相邀请',
    // Refusal: there is an inviter.
    'no-invite_repeat': '你已经接受过邀请啦',
    // Refusal: no such code.
    'no-not_found': '没有找到这个邀请，可以照常参加',
    // Refusal.
    'no-not_started': '活动还没开始，稍后再来',
    // Refusal.
    'no-ended': '活动已经结束',
    // Refusal.
    'no-paused': '暂停一下，马上回来',
    // Refusal: the quota is used up.
    'no-sold_out': '慢了一步，名额刚刚领完',
    // Refusal.
    'no-tier_locked': '好友人数有变化，还差一点',
    // Refusal.
    'no-tier_claimed': '这一档已经领过了',
    // Refusal by the rules against abuse.
    'no-denied': '操作有些频繁，请稍后再试或联系客服',
    // Refusal: the challenge was not solved.
    'no-challenge_required': '请先完成安全验证，再试一次',
    // Refusal.
    'no-guest_forbidden': '登录后就可以继续',
    // Refusal.
    'no-submission_pending': '上一次提交还在审核',
    // Refusal of a picture.
    'no-too_large': '图片太大了，换一张小一点的',
    // Refusal of a picture.
    'no-unsupported_media_type': '请上传 JPG、PNG 或 WebP 图片',
    // Refusal of a form.
    'no-invalid': '有信息不完整，请检查后再提交',
    // Refusal.
    'no-reward_claimed': '这份奖励已经领过了',
    // Refusal.
    'no-reward_expired': '领取时间已过',
  },
  en: {
    failed: 'No answer yet. Nothing is lost and nothing counts twice.',
    'failed-offline': 'You are offline, so this is not done yet. It is sent when you are back.',
    no: 'That was not possible. Please look again later.',
    'no-invite_self': 'That is your own invitation. Send it to a friend.',
    'no-invite_cycle': 'You invited this friend, so they cannot invite you.',
    'no-invite_repeat': 'You have accepted an invitation already.',
    'no-not_found': 'We could not find this invitation. You can join all the same.',
    'no-not_started': 'It has not started yet. Come back soon.',
    'no-ended': 'It is over.',
    'no-paused': 'A short break. Back in a moment.',
    'no-sold_out': 'So close: the last one has just gone.',
    'no-tier_locked': 'The number of friends has changed. A few are missing.',
    'no-tier_claimed': 'This one is yours already.',
    'no-denied': 'This looked unusual to us. Please try later, or contact support.',
    'no-challenge_required': 'Please pass the security check first, then try again.',
    'no-guest_forbidden': 'Please sign in to go on.',
    'no-submission_pending': 'Your last one is still in review.',
    'no-too_large': 'This picture is too large. Try a smaller one.',
    'no-unsupported_media_type': 'Please upload a JPG, PNG or WebP picture.',
    'no-invalid': 'Something is missing. Please check and send again.',
    'no-reward_claimed': 'This reward has been claimed.',
    'no-reward_expired': 'The time to claim it is over.',
  },
};
