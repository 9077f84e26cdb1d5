import type { TextPack } from '@fanfare/core';

export type LotteryKey =
  | 'spin'
  | 'asking'
  | 'chances'
  | 'ready'
  | 'warmup'
  | 'startsIn'
  | 'days'
  | 'ended'
  | 'paused'
  | 'signedOut'
  | 'signIn'
  | 'offline'
  | 'soldOut'
  | 'empty'
  | 'next'
  | 'absent'
  | 'won'
  | 'lost'
  | 'refused'
  | 'failed'
  | 'retry'
  | 'prizes'
  | 'code'
  | 'sound'
  | 'label';

/** The words of the stage; those of the result and of the lists are in lottery.later-text.ts. */
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
    // Shown before the activity begins; `{time}` is hours, minutes and seconds.
    startsIn: '距开始 {time}',
    // The time when it is a day or more; part of `startsIn`.
    days: '{n} 天 {time}',
    // Shown after the activity.
    ended: '活动已结束，感谢参与',
    // Shown while the operator has paused the draw and gave no words for it.
    paused: '抽奖暂停一下，马上回来',
    // Shown when only members may draw.
    signedOut: '登录后就可以抽奖',
    // Button that opens the host's login.
    signIn: '去登录',
    // Shown without a network.
    offline: '网络断开了，机会都还在',
    // Shown when every prize has been won.
    soldOut: '奖品已经全部送完',
    // Shown when no chance is left.
    empty: '机会用完了',
    // When the next free chance comes; in the activity's zone, named.
    next: '{time} 再送一次机会',
    // Shown when the activity has no lottery.
    absent: '这个活动没有抽奖',
    // Said when it has landed on `{prize}`.
    won: '抽中了：{prize}',
    // Said when it has landed on no prize.
    lost: '这次没有抽中',
    // Shown when the backend refused a draw for a reason that has no words of its own.
    refused: '这次没能抽奖，机会还在',
    // Shown when no answer came; the same draw can be asked for again.
    failed: '没有等到结果，机会还在',
    // Button that asks for the same draw again.
    retry: '再试一次',
    // Button that opens the list of prizes.
    prizes: '奖品一览',
    // Button that opens the field for a one-time code.
    code: '输入兑换码',
    // Toggle of the sound.
    sound: '声音',
    // Read out instead of the picture of the wheel or grid.
    label: '共 {n} 种奖品：{names}',
  },
  en: {
    spin: 'Spin',
    asking: 'Luck is on its way…',
    chances: '{n} chance left|{n} chances left',
    ready: 'Tap to try your luck',
    warmup: 'Starting soon. Have a look at the prizes.',
    startsIn: 'Starts in {time}',
    days: '{n} day {time}|{n} days {time}',
    ended: 'This is over. Thank you for taking part.',
    paused: 'A short break. Back in a moment.',
    signedOut: 'Sign in to draw',
    signIn: 'Sign in',
    offline: 'You are offline. Your chances are safe.',
    soldOut: 'All prizes have been won',
    empty: 'No chances left',
    next: 'Next free chance: {time}',
    absent: 'This activity has no lottery',
    won: 'You won: {prize}',
    lost: 'Not this time',
    refused: 'That draw was not possible. Your chance is safe.',
    failed: 'No answer yet. Your chance is safe.',
    retry: 'Try again',
    prizes: 'Prizes',
    code: 'Enter a code',
    sound: 'Sound',
    label: '{n} prizes: {names}',
  },
};
