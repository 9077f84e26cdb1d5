import type { TextPack } from '@fanfare/core';

export type LaterKey =
  | 'next'
  | 'open'
  | 'upcoming'
  | 'live'
  | 'over'
  | 'allOver'
  | 'zone'
  | 'remind'
  | 'file'
  | 'text'
  | 'failed'
  | 'copy'
  | 'copied';

/** The words of the schedule, of what comes next and of the calendar; those of the timer are in countdown.text.ts. */
export const laterText: TextPack<LaterKey> = {
  'zh-CN': {
    // Above the activity that comes after this one, and on the next session of a schedule.
    next: '下一场',
    // The link to the next activity or to a session.
    open: '去看看',
    // On a session that is not the next one.
    upcoming: '未开始',
    // On a session that is running.
    live: '进行中',
    // On a session that is over.
    over: '已结束',
    // Above a schedule of which everything is over.
    allOver: '全部场次已结束',
    // Below times in words; `{zone}` is the zone's name.
    zone: '以上为{zone}',
    // The button that adds the coming dates to the calendar.
    remind: '加入日历提醒',
    // After the button, when a file was made.
    file: '日历文件已生成，打开即可添加',
    // After the button, where nothing can be downloaded (WeChat): the dates stand below as text.
    text: '这里不能下载文件，请复制下面的日程',
    // After the button, when its code could not be loaded.
    failed: '暂时无法生成，请再试一次',
    // The button that copies the dates.
    copy: '复制日程',
    // On that button, once copied.
    copied: '已复制',
  },
  en: {
    next: 'Up next',
    open: 'Take a look',
    upcoming: 'Upcoming',
    live: 'On now',
    over: 'Over',
    allOver: 'All sessions are over',
    zone: 'Times are in {zone}',
    remind: 'Add to calendar',
    file: 'The calendar file is ready. Open it to add the reminder.',
    text: 'Files cannot be saved here. Copy the dates below.',
    failed: 'That did not work. Please try again.',
    copy: 'Copy the dates',
    copied: 'Copied',
  },
};
