import type { TextPack } from '@fanfare/core';

export type NoveltyKey = 'warmup' | 'live' | 'ended' | 'wave' | 'waves';

export const noveltyText: TextPack<NoveltyKey> = {
  'zh-CN': {
    // Shown when the activity has not started.
    warmup: '活动即将开始',
    // Shown when one can take part.
    live: '向大家挥挥手',
    // Shown when the activity is over.
    ended: '活动已结束',
    // The button, while there is a wave left.
    wave: '挥手',
    // Below the button, always.
    waves: '已挥手{n}次',
  },
  en: {
    warmup: 'It starts soon',
    live: 'Wave to everybody',
    ended: 'It is over',
    wave: 'Wave',
    waves: '{n} wave|{n} waves',
  },
};
