// What changes from D-7 to D-1.
import type { Variant } from '../scene/scene.js';

/** The two colours of a day, a line of copy, and how far round the dial has come. */
const days: { top: string; bottom: string; zh: string; en: string }[] = [
  { top: '#3b4bd8', bottom: '#161a5e', zh: '先收藏，七天后见', en: 'Save the date: one week to go' },
  { top: '#5a45d6', bottom: '#23145f', zh: '约上朋友，一起来', en: 'Bring your friends along' },
  { top: '#8240cf', bottom: '#35115c', zh: '好礼清单已经揭晓', en: 'The list of gifts is out' },
  { top: '#b03ab4', bottom: '#4a0f52', zh: '倒数过半，准备好了吗', en: 'Halfway there. Ready?' },
  { top: '#d63a86', bottom: '#5c0e3d', zh: '定好闹钟，准时开抢', en: 'Set your alarm for the opening' },
  { top: '#ec4a55', bottom: '#6b0f22', zh: '后天见，不见不散', en: 'See you the day after tomorrow' },
  { top: '#ff6a2b', bottom: '#7c1a08', zh: '明天，我们准时开场', en: 'Tomorrow we open the doors' },
];

/** One version a day. */
export const variants = days.map(({ top, bottom, zh, en }, index): Variant => {
  const day = 7 - index;
  return {
    when: { day },
    data: { subtitle: { 'zh-CN': zh, en } },
    background: {
      type: 'radial',
      center: [0.5, 0.36],
      radius: 0.72,
      stops: [
        [0, top],
        [1, bottom],
      ],
    },
    layers: {
      done: { repeat: { count: Math.round((60 * (8 - day)) / 7), rotate: 6, origin: [0, 0] } },
      qr: { color: bottom },
    },
  };
});
