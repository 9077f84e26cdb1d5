import type { TextPack } from '@fanfare/core';

export type NewsKey =
  | 'members'
  | 'doneToday'
  | 'counted'
  | 'applies'
  | 'over'
  | 'next'
  | 'offer'
  | 'denied'
  | 'day_invalid'
  | 'make_up_exhausted'
  | 'points_short'
  | 'sold_out'
  | 'limit_reached'
  | 'paused'
  | 'ended'
  | 'guest_forbidden'
  | 'rate_limited'
  | 'too_large'
  | 'upload_failed'
  | 'other'
  | 'close';

/** The words of the cards below the stations. */
export const newsText: TextPack<NewsKey> = {
  'zh-CN': {
    // The group's card.
    members: '{n} 位成员',
    // How many of the group have checked in today; read beside the bar.
    doneToday: '今天 {n} 人已签',
    // Beside a multiplier, after today's check-in was multiplied.
    counted: '今天已按 ×{n} 计',
    // Beside a multiplier that the page's link brings, before the check-in.
    applies: '今天可得 ×{n}，签到时确认',
    // Title of the card at the end of a lap.
    over: '第 {lap} 轮圆满完成',
    // Below it: how many days were done; the next lap.
    next: '这一轮签了 {n} 天。明天签到，就开始第 {next} 轮',
    // The link of the offer.
    offer: '去看看',
    // Why the backend said no.
    denied: '这次操作没有通过安全检查，请稍后再来',
    day_invalid: '这一天不能补签了，已经为你更新日历',
    make_up_exhausted: '这种补签方式的次数用完了',
    points_short: '积分还不够',
    sold_out: '已经换完了，看看别的吧',
    limit_reached: '每个人能换的数量已经用完',
    paused: '活动暂停一下，马上回来',
    ended: '活动已结束',
    guest_forbidden: '登录后才能参加',
    rate_limited: '今天的次数用完了，明天再来',
    too_large: '照片太大了，换一张小一点的',
    upload_failed: '照片没有传上去，请再试一次',
    other: '请稍后再试',
    // Closes the reason.
    close: '知道了',
  },
  en: {
    members: '{n} member|{n} members',
    doneToday: '{n} checked in today',
    counted: 'Counted ×{n} today',
    applies: '×{n} today, confirmed when you check in',
    over: 'Round {lap} is complete',
    next: '{n} day done in it. Tomorrow begins round {next}|{n} days done in it. Tomorrow begins round {next}',
    offer: 'Have a look',
    denied: 'This did not pass the safety check. Please come back later',
    day_invalid: 'This day cannot be made up any more; the calendar is up to date now',
    make_up_exhausted: 'Nothing is left to pay a make-up this way',
    points_short: 'There are not enough points yet',
    sold_out: 'All gone. Have a look at the others',
    limit_reached: 'You have as many of it as one person may have',
    paused: 'A short break. Back in a moment',
    ended: 'This is over',
    guest_forbidden: 'Sign in to take part',
    rate_limited: 'That was enough for today. Come back tomorrow',
    too_large: 'This picture is too large. Take a smaller one',
    upload_failed: 'The picture did not get through. Please try again',
    other: 'Please try again later',
    close: 'All right',
  },
};
