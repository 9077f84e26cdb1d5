import type { TextPack } from '@fanfare/core';

export type LotteryKey =
  | 'spin'
  | 'asking'
  | 'chances'
  | 'ready'
  | 'warmup'
  | 'ended'
  | 'paused'
  | 'signed-out'
  | 'offline'
  | 'sold-out'
  | 'loading'
  | 'empty'
  | 'absent';

/** The words of the stage at first sight; more are in lottery.play-text.ts and lottery.later-text.ts. */
export const lotteryText: TextPack<LotteryKey> = {
  'zh-CN': {
    // The button that draws.
    spin: '抽奖',
    // Shown from the tap until it stands on the prize.
    asking: '好运转动中…',
    // Shown while a draw can be made; `{n}` chances are left.
    chances: '还有 {n} 次机会',
    // Shown while a draw can be made and chances are not counted.
    ready: '点一下，好运来',
    // Shown before the activity begins.
    warmup: '马上开始，先看看奖品吧',
    // Shown after the activity.
    ended: '活动已结束，感谢参与',
    // Shown while the operator has paused the draw and gave no words for it.
    paused: '抽奖暂停一下，马上回来',
    // Shown when only members may draw.
    'signed-out': '登录后就可以抽奖',
    // Shown without a network.
    offline: '网络断开了，机会都还在',
    // Shown when every prize has been won.
    'sold-out': '奖品已经全部送完',
    // Shown until it is known how many chances there are.
    loading: '正在看你有几次机会…',
    // Shown when no chance is left.
    empty: '机会用完了',
    // Shown when the activity has no lottery.
    absent: '这个活动没有抽奖',
  },
  en: {
    spin: 'Spin',
    asking: 'Luck is on its way…',
    chances: '{n} chance left|{n} chances left',
    ready: 'Tap to try your luck',
    warmup: 'Starting soon. Have a look at the prizes.',
    ended: 'This is over. Thank you for taking part.',
    paused: 'A short break. Back in a moment.',
    'signed-out': 'Sign in to draw',
    offline: 'You are offline. Your chances are safe.',
    'sold-out': 'All prizes have been won',
    loading: 'Counting your chances…',
    empty: 'No chances left',
    absent: 'This activity has no lottery',
  },
};
