// The words of sharing: neutral ones, that promise nothing for it.
import type { TextPack } from '@fanfare/core';

export type SheetKey =
  | 'title'
  | 'native'
  | 'link'
  | 'passphrase'
  | 'poster'
  | 'copied'
  | 'byHand'
  | 'corner'
  | 'browser'
  | 'about'
  | 'words'
  | 'close';

export const sheetText: TextPack<SheetKey> = {
  'zh-CN': {
    // Heading of the ways of sharing.
    title: '邀请好友一起来',
    // Button that opens the device’s own sharing.
    native: '发送给好友',
    // Button that copies my link.
    link: '复制链接',
    // Button that copies a passphrase.
    passphrase: '复制口令',
    // Button that shows a poster.
    poster: '生成海报',
    // After something was copied.
    copied: '已复制',
    // Where copying is not possible.
    byHand: '长按选择下面的内容',
    // The guide inside WeChat.
    corner: '点右上角 ···，发送给好友',
    // Help where a link is blocked, inside WeChat.
    browser: '打不开链接？点右上角 ···，选“在浏览器打开”，或者复制口令发给好友',
    // The neutral text that is shared.
    about: '我在这里，一起来看看吧',
    // The passphrase: `{text}`, then `{code}` between # signs.
    words: '{text} 口令 #{code}# 打开活动页粘贴即可',
    // Button that closes the ways of sharing.
    close: '关闭',
  },
  en: {
    title: 'Bring a friend',
    native: 'Send to a friend',
    link: 'Copy link',
    passphrase: 'Copy passphrase',
    poster: 'Make a poster',
    copied: 'Copied',
    byHand: 'Press and hold to select it',
    corner: 'Tap ··· at the top right and send it to a friend',
    browser: 'Is the link blocked? Tap ··· and choose “Open in browser”, or send the passphrase.',
    about: 'I am here. Have a look with me.',
    words: '{text} Passphrase #{code}#: open the page and paste it.',
    close: 'Close',
  },
};
