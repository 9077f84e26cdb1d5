import type { TextPack } from '@fanfare/core';

export type ContentKey =
  | 'label'
  | 'photos'
  | 'choose'
  | 'chosen'
  | 'send'
  | 'sendToo'
  | 'sent'
  | 'mentor'
  | 'earlier'
  | 'tooMany';

/** The words of what is handed in with a check-in. */
export const contentText: TextPack<ContentKey> = {
  'zh-CN': {
    // Label of the words.
    label: '今天想说的',
    // Label of the pictures.
    photos: '照片（最多 9 张）',
    // Opens the device's pictures.
    choose: '选择照片',
    // How many are chosen.
    chosen: '选了 {n} 张',
    // The button when today is checked in already.
    send: '提交',
    // The button that checks in too.
    sendToo: '提交并签到',
    // Above what was handed in today.
    sent: '今天提交的',
    // Before a mentor's comment.
    mentor: '老师点评',
    // Title of earlier days.
    earlier: '之前的',
    // When more than nine pictures are chosen.
    tooMany: '一次最多 9 张照片',
  },
  en: {
    label: 'Your words for today',
    photos: 'Pictures (up to 9)',
    choose: 'Choose pictures',
    chosen: '{n} picture chosen|{n} pictures chosen',
    send: 'Hand in',
    sendToo: 'Hand in and check in',
    sent: 'Handed in today',
    mentor: 'Your mentor says',
    earlier: 'Earlier',
    tooMany: 'Up to 9 pictures at a time',
  },
};
