import type { TextPack } from '@fanfare/core';
import type { Gate } from './checkin.world.js';

export type CheckinKey = Gate | 'go' | 'stampedGo' | 'signIn' | 'retry';

/** The words of the stage at first sight; more are in checkin.play-text.ts and beside the parts. */
export const checkinText: TextPack<CheckinKey> = {
  'zh-CN': {
    // The button that checks in.
    go: '签到',
    // The button after today's check-in.
    stampedGo: '已签',
    // The button when only members may check in.
    signIn: '去登录',
    // The button below `offline` and `failed`.
    retry: '再试一次',
    // What can be done now, in one line; the names are the gates of checkin.world.ts.
    ready: '今天还没签到',
    done: '今天已签到，明天见',
    warmup: '活动还没开始，先看看能得什么',
    ended: '活动已结束，感谢每一天的坚持',
    paused: '签到暂停一下，马上回来',
    'signed-out': '登录后就可以签到',
    loading: '正在看你签到了几天…',
    unsupported: '这里暂时不能签到',
    absent: '这个活动没有签到',
  },
  en: {
    go: 'Check in',
    stampedGo: 'Done',
    signIn: 'Sign in',
    retry: 'Try again',
    ready: 'Not checked in yet today',
    done: 'Checked in today. See you tomorrow',
    warmup: 'Not started yet. See what there is to get',
    ended: 'This is over. Thank you for every day',
    paused: 'A short break. Back in a moment',
    'signed-out': 'Sign in to check in',
    loading: 'Looking up your days…',
    unsupported: 'Checking in is not possible here now',
    absent: 'This activity has no check-in',
  },
};
