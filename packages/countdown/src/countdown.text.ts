import type { TextPack } from '@fanfare/core';

export type CountdownKey =
  | `${'to' | 'reached'}${'Start' | 'End' | 'Until' | 'Item'}`
  | 'days'
  | 'hours'
  | 'minutes'
  | 'seconds'
  | 'left86400'
  | 'left3600'
  | 'left600'
  | 'left60'
  | 'left10'
  | 'waiting'
  | 'uncertain'
  | 'idle';

export const countdownText: TextPack<CountdownKey> = {
  'zh-CN': {
    // Above the timer in warm-up.
    toStart: '距活动开始还有',
    // Above the timer while the activity is live.
    toEnd: '距活动结束还有',
    // Above a timer that stands alone.
    toUntil: '倒计时',
    // Above the timer of a schedule; `{title}` is the next session or moment.
    toItem: '距「{title}」还有',
    // Said when the activity goes live.
    reachedStart: '活动开始了',
    // Shown when the activity is over.
    reachedEnd: '活动已结束',
    // Shown when a timer that stands alone is at zero.
    reachedUntil: '时间到',
    // Said when a session or a moment of a schedule begins.
    reachedItem: '「{title}」开始了',
    // The units below their numbers.
    days: '天',
    hours: '时',
    minutes: '分',
    seconds: '秒',
    // Said to screen readers when this many seconds are left.
    left86400: '还剩 1 天',
    left3600: '还剩 1 小时',
    left600: '还剩 10 分钟',
    left60: '还剩 1 分钟',
    left10: '还剩 10 秒',
    // Said by a screen reader while the exact time is not known yet.
    waiting: '正在校准时间',
    // Below the timer when it runs on the device's own clock.
    uncertain: '按本机时间计算，可能有误差',
    // Shown when there is nothing to count to, and for an empty schedule.
    idle: '还没有安排，敬请期待',
  },
  en: {
    toStart: 'Starts in',
    toEnd: 'Ends in',
    toUntil: 'Countdown',
    toItem: '{title} in',
    reachedStart: 'It has started',
    reachedEnd: 'This activity has ended',
    reachedUntil: 'The time has come',
    reachedItem: '{title} has started',
    days: 'day|days',
    hours: 'hour|hours',
    minutes: 'minute|minutes',
    seconds: 'second|seconds',
    left86400: '1 day left',
    left3600: '1 hour left',
    left600: '10 minutes left',
    left60: '1 minute left',
    left10: '10 seconds left',
    waiting: 'Checking the time',
    uncertain: 'By the clock of this device; it may be off',
    idle: 'Nothing is scheduled yet',
  },
};
