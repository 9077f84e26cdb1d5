import type { TextPack } from '@fanfare/core';

export type PosterKey = 'start' | 'waiting' | 'offline';

/** The words at first sight; more are in poster.stage-text.ts, and those on the posters in poster.data-text.ts. */
export const posterText: TextPack<PosterKey> = {
  'zh-CN': {
    // The button that makes the first poster, where it is not made by itself.
    start: '生成我的海报',
    // Shown until the first poster is begun.
    waiting: '正在准备海报…',
    // Shown when the code could not be loaded, above the button that tries again.
    offline: '网络断开了，连上后再试一次',
  },
  en: {
    start: 'Make my poster',
    waiting: 'Getting your poster ready…',
    offline: 'You are offline. Try again once you are back.',
  },
};
