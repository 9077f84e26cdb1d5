import type { TextPack } from '@fanfare/core';
import type { DayState } from './checkin.lap.js';
import type { Gate } from './checkin.world.js';

export type CheckinKey =
  | Gate
  | Exclude<DayState, 'done'>
  | 'stamped'
  | 'go'
  | 'signIn'
  | 'asking'
  | 'retry'
  | 'offline'
  | 'failed'
  | 'refused'
  | 'gained'
  | 'spent'
  | 'lap'
  | 'streak'
  | 'broken'
  | 'ends'
  | 'endsHere'
  | 'place'
  | 'gift'
  | 'reached'
  | 'balance'
  | 'month'
  | 'content'
  | 'waiting';

/** The words at first sight; those of the parts below are in checkin.<part>-text.ts. */
export const checkinText: TextPack<CheckinKey> = {
  'zh-CN': {
    // The button that checks in.
    go: '签到',
    // The button when only members may check in.
    signIn: '去登录',
    // Shown from the tap until the answer.
    asking: '正在签到…',
    // The button below `offline` and `failed`.
    retry: '再试一次',
    // Shown after a tap without a network: nothing is pretended.
    offline: '网络断开了，还没有签上。联网后会自动补交这一次',
    // Shown after a tap without an answer.
    failed: '没有收到回音，再试一次也不会重复',
    // Shown when the backend said no; more is said below.
    refused: '这次没有成功，积分没有变动',
    // Shown after a check-in or make-up; `{n}` points came.
    gained: '成功，+{n} 积分',
    // Shown after points were spent.
    spent: '成功，用了 {n} 积分',
    // Above the stations: which lap, and how many of its days are done.
    lap: '第 {lap} 轮 · 已签 {n}/{of} 天',
    // Days in a row.
    streak: '连续 {n} 天',
    // Instead of the streak, when it was broken.
    broken: '从今天重新连起来，之前的都算数',
    // When today ends, in the activity's zone.
    ends: '今天到 {time} 为止（{zone}）',
    // Added where the device's zone tells another hour.
    endsHere: '，你这里是 {here}',
    // Before the first day is checked in, and on the day's own: what can be done now.
    ready: '今天还没签到',
    done: '今天已签到，明天见',
    warmup: '活动还没开始，先看看能得什么',
    ended: '活动已结束，感谢每一天的坚持',
    paused: '签到暂停一下，马上回来',
    'signed-out': '登录后就可以签到',
    loading: '正在看你签到了几天…',
    unsupported: '这里暂时不能签到',
    absent: '这个活动没有签到',
    // States of a day, read aloud.
    stamped: '已签',
    made_up: '已补签',
    missed: '漏签，可以补',
    lost: '没有签',
    today: '今天',
    coming: '还没到',
    // A station, read aloud before its state.
    place: '第 {n} 天',
    // A milestone, with its points.
    gift: '{name} +{n}',
    // A milestone that was reached, read aloud.
    reached: '已达成',
    // The button with the points; it opens their history and the mall.
    balance: '{n} 积分',
    // The button that opens the calendar.
    month: '日历与补签',
    // The button that opens the words and pictures.
    content: '写点什么',
    // Shown until a part is there.
    waiting: '马上就好…',
  },
  en: {
    go: 'Check in',
    signIn: 'Sign in',
    asking: 'Checking in…',
    retry: 'Try again',
    offline: 'You are offline: not checked in yet. This tap is sent again when you are back',
    failed: 'No answer came. Trying again cannot count twice',
    refused: 'That did not work. Your points are as they were',
    gained: 'Done: +{n} point|Done: +{n} points',
    spent: 'Done: {n} point spent|Done: {n} points spent',
    lap: 'Round {lap} · {n} of {of} days',
    streak: '{n} day in a row|{n} days in a row',
    broken: 'A new row begins today; all your days still count',
    ends: 'Today ends at {time} ({zone})',
    endsHere: ', {here} where you are',
    ready: 'Not checked in yet today',
    done: 'Checked in today. See you tomorrow',
    warmup: 'Not started yet. See what there is to get',
    ended: 'This is over. Thank you for every day',
    paused: 'A short break. Back in a moment',
    'signed-out': 'Sign in to check in',
    loading: 'Looking up your days…',
    unsupported: 'Checking in is not possible here now',
    absent: 'This activity has no check-in',
    stamped: 'checked in',
    made_up: 'made up',
    missed: 'missed, can be made up',
    lost: 'not checked in',
    today: 'today',
    coming: 'to come',
    place: 'Day {n}',
    gift: '{name} +{n}',
    reached: 'reached',
    balance: '{n} point|{n} points',
    month: 'Calendar',
    content: 'Add a note',
    waiting: 'One moment…',
  },
};
