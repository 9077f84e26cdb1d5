import type { TextPack } from '@fanfare/core';
import type { DayState } from './checkin.lap.js';

export type DaysKey =
  | Exclude<DayState, 'done'>
  | 'stamped'
  | 'calendar'
  | 'before'
  | 'after'
  | 'hint'
  | 'makeUp'
  | 'quota'
  | 'noQuota'
  | 'points'
  | 'pointsShort'
  | 'invite'
  | 'friendsShort'
  | 'cancel'
  | 'nothing';

/** The words of the calendar and of making up. */
export const daysText: TextPack<DaysKey> = {
  'zh-CN': {
    // States of a day, read aloud and in the legend.
    stamped: '已签',
    made_up: '已补签',
    missed: '可补签',
    lost: '没有签',
    today: '今天',
    coming: '还没到',
    // Name of the calendar.
    calendar: '{month}签到日历',
    // The buttons beside the month.
    before: '上个月',
    after: '下个月',
    // Below the calendar, when days can be made up.
    hint: '点一下漏签的日子就能补签',
    // Title of the confirmation; `{day}` is the day to be made up.
    makeUp: '补签 {day}？',
    // Pays with a free make-up; `{n}` are left.
    quota: '免费补签（还剩 {n} 次）',
    // Instead of the button, when none is left.
    noQuota: '免费补签用完了',
    // Pays with points.
    points: '用 {n} 积分补签',
    // Instead of the button, when the points do not suffice.
    pointsShort: '补签要 {n} 积分，现在有 {have}',
    // Pays with friends who were invited; they are counted by the backend.
    invite: '用 {n} 位有效好友补签',
    // Instead of the button, when there are too few friends.
    friendsShort: '也可以用 {n} 位有效好友补签，先邀请好友吧',
    // Closes the confirmation.
    cancel: '先不补',
    // Shown when a day cannot be made up in any way.
    nothing: '这一天现在补不了',
  },
  en: {
    stamped: 'checked in',
    made_up: 'made up',
    missed: 'can be made up',
    lost: 'not checked in',
    today: 'today',
    coming: 'to come',
    calendar: 'Check-ins in {month}',
    before: 'Previous month',
    after: 'Next month',
    hint: 'Tap a missed day to make it up',
    makeUp: 'Make up {day}?',
    quota: 'For free ({n} left)',
    noQuota: 'No free make-up is left',
    points: 'For {n} point|For {n} points',
    pointsShort: 'A make-up costs {n} points; you have {have}',
    friendsShort: 'Or for {n} friend who counts: invite first|Or for {n} friends who count: invite first',
    invite: 'For {n} friend who joined|For {n} friends who joined',
    cancel: 'Not now',
    nothing: 'This day cannot be made up now',
  },
};
