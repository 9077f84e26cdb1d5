import type { TextPack } from '@fanfare/core';

export type PlayKey =
  | 'startsIn'
  | 'days'
  | 'signIn'
  | 'next'
  | 'won'
  | 'lost'
  | 'refused'
  | 'denied'
  | 'challenge'
  | 'codeInvalid'
  | 'codeUsed'
  | 'failed'
  | 'retry'
  | 'prizes'
  | 'code'
  | 'sound';

/** The words of playing: they load once the lottery stands there. */
export const playText: TextPack<PlayKey> = {
  'zh-CN': {
    // Shown before the activity begins; `{time}` is hours, minutes and seconds.
    startsIn: '距开始 {time}',
    // The time when it is a day or more; part of `startsIn`.
    days: '{n} 天 {time}',
    // Button that opens the host's login.
    signIn: '去登录',
    // When the next free chance comes; in the activity's zone, named.
    next: '{time} 再送一次机会',
    // Said when it has landed on `{prize}`.
    won: '抽中了：{prize}',
    // Said when it has landed on no prize.
    lost: '这次没有抽中',
    // Shown when the backend refused a draw for a reason that has no words of its own.
    refused: '这次没能抽奖，机会还在',
    // Refused by the rules against abuse.
    denied: '系统觉得这次操作有点异常，请稍后再试或联系客服',
    // Refused until the person has proved to be one.
    challenge: '请先完成安全验证，再来抽奖',
    // Refused: there is no such code.
    codeInvalid: '没有找到这个兑换码，请核对后再试',
    // Refused: the code was used before.
    codeUsed: '这个兑换码已经用过了',
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
  },
  en: {
    startsIn: 'Starts in {time}',
    days: '{n} day {time}|{n} days {time}',
    signIn: 'Sign in',
    next: 'Next free chance: {time}',
    won: 'You won: {prize}',
    lost: 'Not this time',
    refused: 'That draw was not possible. Your chance is safe.',
    denied: 'This looked unusual to us. Please try later, or contact support.',
    challenge: 'Please pass the security check first, then draw again.',
    codeInvalid: 'There is no such code. Please check it and try again.',
    codeUsed: 'This code has been used already.',
    failed: 'No answer yet. Your chance is safe.',
    retry: 'Try again',
    prizes: 'Prizes',
    code: 'Enter a code',
    sound: 'Sound',
  },
};
