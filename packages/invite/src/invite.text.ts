import type { TextPack } from '@fanfare/core';

export type InviteKey =
  | 'loading'
  | 'absent'
  | 'warmup'
  | 'ended'
  | 'paused'
  | 'offline'
  | 'signed-out'
  | 'signIn'
  | 'none'
  | 'count'
  | 'more'
  | 'done'
  | 'progress'
  | 'left'
  | 'friend'
  | 'share';

/** The words at first sight; more are in invite.later-text.ts and invite.sheet-text.ts. */
export const inviteText: TextPack<InviteKey> = {
  'zh-CN': {
    // Shown until the participant's progress is known.
    loading: '正在看看你的好友…',
    // Shown when the activity has no invites.
    absent: '这个活动没有邀请',
    // Shown before the activity begins.
    warmup: '活动马上开始',
    // Shown after the activity.
    ended: '活动已结束，感谢参与',
    // Shown while the operator has paused inviting and gave no words for it.
    paused: '暂停一下，马上回来',
    // Shown without a network.
    offline: '网络断开了，进度都还在',
    // Shown when nobody who may take part is signed in.
    'signed-out': '登录后就能邀请好友',
    // Button that asks the host to sign the person in.
    signIn: '去登录',
    // The headline while nobody counts.
    none: '邀请好友一起来',
    // The headline: `{n}` friends count by now.
    count: '已有 {n} 位好友加入',
    // Under the headline: `{n}` friends are missing to the next tier.
    more: '还差 {n} 位好友',
    // Under the headline when the last tier is reached.
    done: '好友都到齐啦',
    // Name of a tier's progress bar: `{n}` of `{of}` friends.
    progress: '{n}/{of} 位好友',
    // What is left of a limited reward.
    left: '剩 {n} 份',
    // A friend without a name.
    friend: '好友',
    // Button that opens the ways of sharing.
    share: '邀请好友',
  },
  en: {
    loading: 'Looking for your friends…',
    absent: 'This activity has no invites',
    warmup: 'It starts soon',
    ended: 'This is over. Thank you for taking part.',
    paused: 'A short break. Back in a moment.',
    offline: 'You are offline. Your progress is safe.',
    'signed-out': 'Sign in to invite friends',
    signIn: 'Sign in',
    none: 'Bring your friends',
    count: '{n} friend is with you|{n} friends are with you',
    more: '{n} more to go|{n} more to go',
    done: 'Everybody is here',
    progress: '{n} of {of} friends',
    left: '{n} left|{n} left',
    friend: 'A friend',
    share: 'Invite friends',
  },
};
