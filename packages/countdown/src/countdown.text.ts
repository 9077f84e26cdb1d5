import type { TextPack } from '@fanfare/core';

export type CountdownKey =
  | 'toUntil'
  | 'reachedUntil'
  | 'days'
  | 'hours'
  | 'minutes'
  | 'seconds'
  | 'waiting'
  | 'uncertain';

/** The words of a timer that stands alone; the others are in countdown.told-text.ts and countdown.later-text.ts. */
export const countdownText: TextPack<CountdownKey> = {
  'zh-CN': {
    // Above a timer that stands alone.
    toUntil: '倒计时',
    // Shown when a timer that stands alone is at zero.
    reachedUntil: '时间到',
    // The units below their numbers.
    days: '天',
    hours: '时',
    minutes: '分',
    seconds: '秒',
    // Said by a screen reader while the exact time is not known yet.
    waiting: '正在校准时间',
    // Below the timer when it runs on the device's own clock.
    uncertain: '按本机时间计算，可能有误差',
  },
  en: {
    toUntil: 'Countdown',
    reachedUntil: 'The time has come',
    days: 'day|days',
    hours: 'hour|hours',
    minutes: 'minute|minutes',
    seconds: 'second|seconds',
    waiting: 'Checking the time',
    uncertain: 'By the clock of this device; it may be off',
  },
};
