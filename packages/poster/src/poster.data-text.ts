import type { TextPack } from '@fanfare/core';

export type DataKey =
  | 'subtitle'
  | 'prize'
  | 'noPrize'
  | 'hint'
  | 'brand'
  | 'soon'
  | 'live'
  | 'over'
  | 'starts'
  | 'until'
  | 'message'
  | 'plainMessage';

/** What posters of an activity say where the host gives no words: nothing that the activity itself does not say. */
export const dataText: TextPack<DataKey> = {
  'zh-CN': {
    // Below the title.
    subtitle: '邀你一起来参加',
    // What one gains; `{name}` is the first prize of the activity.
    prize: '有机会赢取{name}',
    // The same where there is no prize.
    noPrize: '活动期间，随时欢迎',
    // Beside the code.
    hint: '长按识别\n一起参加',
    // Who stands behind it.
    brand: '官方活动',
    // A small mark on top, before the start, while it is on, and after the end.
    soon: '敬请期待',
    live: 'LIVE',
    over: '精彩回顾',
    // When it starts; `{time}` in the activity's zone.
    starts: '{time} 开始',
    // How long it goes on.
    until: '{from} 至 {to}',
    // The text to copy, where the host gives none.
    message: '{title}：{benefit}。点链接和我一起参加：{link}',
    // The same without a benefit.
    plainMessage: '{title}，点链接和我一起参加：{link}',
  },
  en: {
    subtitle: 'Come and join me',
    prize: 'A chance to win: {name}',
    noPrize: 'Open to everyone, any time',
    hint: 'Scan to\njoin me',
    brand: 'Official event',
    soon: 'SOON',
    live: 'LIVE',
    over: 'RECAP',
    starts: 'Starts {time}',
    until: '{from} to {to}',
    message: '{title}: {benefit}. Join me here: {link}',
    plainMessage: '{title}. Join me here: {link}',
  },
};
