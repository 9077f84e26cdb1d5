import type { TextPack } from '@fanfare/core';

export type ToldKey =
  | `${'to' | 'reached'}${'Start' | 'End' | 'Item'}`
  | 'left86400'
  | 'left3600'
  | 'left600'
  | 'left60'
  | 'left10'
  | 'idle';

/** What an activity's or a schedule's timer is headed by, and what is told to those who do not see the digits. */
export const toldText: TextPack<ToldKey> = {
  'zh-CN': {
    // Above the timer in warm-up.
    toStart: '距活动开始还有',
    // Above the timer while the activity is live.
    toEnd: '距活动结束还有',
    // Above the timer of a schedule; `{title}` is the next session or moment.
    toItem: '距「{title}」还有',
    // Said when the activity goes live.
    reachedStart: '活动开始了',
    // Shown when the activity is over.
    reachedEnd: '活动已结束',
    // Said when a session or a moment of a schedule begins.
    reachedItem: '「{title}」开始了',
    // Said to screen readers when this many seconds are left.
    left86400: '还剩 1 天',
    left3600: '还剩 1 小时',
    left600: '还剩 10 分钟',
    left60: '还剩 1 分钟',
    left10: '还剩 10 秒',
    // Shown when there is nothing to count to, and for an empty schedule.
    idle: '还没有安排，敬请期待',
  },
  en: {
    toStart: 'Starts in',
    toEnd: 'Ends in',
    toItem: '{title} in',
    reachedStart: 'It has started',
    reachedEnd: 'This activity has ended',
    reachedItem: '{title} has started',
    left86400: '1 day left',
    left3600: '1 hour left',
    left600: '10 minutes left',
    left60: '1 minute left',
    left10: '10 seconds left',
    idle: 'Nothing is scheduled yet',
  },
};
