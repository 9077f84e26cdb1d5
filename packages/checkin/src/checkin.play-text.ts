import type { TextPack } from '@fanfare/core';
import type { DayState } from './checkin.lap.js';

export type PlayKey =
  | Exclude<DayState, 'done'>
  | 'asking'
  | 'offline'
  | 'failed'
  | 'refused'
  | 'gained'
  | 'spent'
  | 'lap'
  | 'total'
  | 'streak'
  | 'broken'
  | 'ends'
  | 'endsHere'
  | 'stamped'
  | 'place'
  | 'gift'
  | 'reached'
  | 'balance'
  | 'month'
  | 'content'
  | 'waiting'
  | 'nextGift';

/** The words of the stage and the stations once it can be played. */
export const playText: TextPack<PlayKey> = {
  'zh-CN': {
    // Shown from the tap until the answer.
    asking: '正在签到…',
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
    // In its place after the end: all days.
    total: '一共签到 {n} 天',
    // Days in a row.
    streak: '连续 {n} 天',
    // Instead of the streak, when it was broken.
    broken: '从今天重新连起来，之前的都算数',
    // When today ends, in the activity's zone.
    ends: '今天到 {time} 为止（{zone}）',
    // Added where the device's zone tells another hour.
    endsHere: '，你这里是 {here}',
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
    // Below the stations: the next milestone and how far it is.
    nextGift: '再签 {n} 天：{gift}',
  },
  en: {
    asking: 'Checking in…',
    offline: 'You are offline: not checked in yet. This tap is sent again when you are back',
    failed: 'No answer came. Trying again cannot count twice',
    refused: 'That did not work. Your points are as they were',
    gained: 'Done: +{n} point|Done: +{n} points',
    spent: 'Done: {n} point spent|Done: {n} points spent',
    lap: 'Round {lap} · {n} of {of} days',
    total: '{n} day in all|{n} days in all',
    streak: '{n} day in a row|{n} days in a row',
    broken: 'A new row begins today; all your days still count',
    ends: 'Today ends at {time} ({zone})',
    endsHere: ', {here} where you are',
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
    nextGift: '{n} more day: {gift}|{n} more days: {gift}',
  },
};
