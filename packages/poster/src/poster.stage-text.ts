import type { TextPack } from '@fanfare/core';

export type StageKey =
  | 'gallery'
  | 'previous'
  | 'next'
  | 'assets'
  | 'paint'
  | 'encode'
  | 'check'
  | 'done'
  | 'ready'
  | 'empty'
  | 'share'
  | 'save'
  | 'copyLink'
  | 'texts'
  | 'copyText'
  | 'rename'
  | 'howTo'
  | 'longPress'
  | 'askTitle'
  | 'nickname'
  | 'avatar'
  | 'answer'
  | 'skip'
  | 'retry'
  | 'troublePicture'
  | 'troubleLink'
  | 'troubleCode'
  | 'troubleSlow'
  | 'troubleDevice'
  | 'trouble'
  | 'saved'
  | 'shared'
  | 'linkCopied'
  | 'textCopied'
  | 'shareFailed'
  | 'guideTitle'
  | 'guidePress'
  | 'guideKeepWechat'
  | 'guideKeep'
  | 'guideSend'
  | 'guideDesk'
  | 'manualTitle'
  | 'manual'
  | 'close';

/** The words of the gallery and of everything below it. */
export const stageText: TextPack<StageKey> = {
  'zh-CN': {
    // Name of the gallery, for screen readers.
    gallery: '海报样式，左右滑动',
    // Buttons beside the gallery, for keyboard and mouse.
    previous: '上一款',
    next: '下一款',
    // What is being done while a poster is made.
    assets: '正在准备图片…',
    paint: '正在绘制…',
    encode: '正在生成图片…',
    check: '正在试扫二维码…',
    done: '马上就好…',
    // Told when a poster is finished; its code was read back.
    ready: '海报已生成，二维码已试扫',
    // Shown when the widget was given no link, which only its developer can do.
    empty: '还没有可以分享的链接，稍后再来',
    // Opens the phone's share sheet.
    share: '分享海报',
    // Downloads the file.
    save: '保存图片',
    copyLink: '复制链接',
    // Above the texts that can be copied.
    texts: '配文',
    copyText: '复制配文',
    // Asks for the name again.
    rename: '改名字',
    // Opens the help on sharing.
    howTo: '怎么分享',
    // Below the poster on phones.
    longPress: '长按海报，保存或转发给朋友',
    // Above the question for a nickname.
    askTitle: '海报上写谁的名字？',
    nickname: '昵称',
    avatar: '头像（可不选）',
    answer: '写上名字',
    skip: '不写名字',
    retry: '再试一次',
    // Why a poster could not be made.
    troublePicture: '有一张图片没有加载出来',
    troubleLink: '海报的链接不能使用',
    troubleCode: '二维码没有通过试扫，海报不会给你一张扫不出来的图',
    troubleSlow: '网络有点慢，海报没有做完',
    troubleDevice: '这台手机的内存不够画这张海报',
    trouble: '海报没有做出来',
    // What was done, told once.
    saved: '已保存，可以在下载里找到',
    shared: '已交给系统分享',
    linkCopied: '链接已复制',
    textCopied: '配文已复制',
    shareFailed: '没有分享出去，可以长按海报保存',
    // The help on sharing.
    guideTitle: '这样分享',
    guidePress: '用手指按住上面的海报不放',
    guideKeepWechat: '选「发送给朋友」，或「保存图片」',
    guideKeep: '选「保存图片」或「添加到照片」',
    guideSend: '发朋友圈时，从相册里选这张图',
    guideDesk: '点「保存图片」，再从手机或电脑发出去',
    // A text to copy by hand, where the phone allows nothing else.
    manualTitle: '请手动复制',
    manual: '长按下面的文字，全选后复制',
    close: '知道了',
  },
  en: {
    gallery: 'Poster designs, swipe sideways',
    previous: 'Previous design',
    next: 'Next design',
    assets: 'Getting pictures…',
    paint: 'Painting…',
    encode: 'Making the picture…',
    check: 'Test-scanning the code…',
    done: 'Almost there…',
    ready: 'Your poster is ready, and its code scans',
    empty: 'There is no link to share yet. Come back later.',
    share: 'Share poster',
    save: 'Save picture',
    copyLink: 'Copy link',
    texts: 'Words to go with it',
    copyText: 'Copy words',
    rename: 'Change name',
    howTo: 'How to share',
    longPress: 'Press and hold the poster to save or send it',
    askTitle: 'Whose name goes on the poster?',
    nickname: 'Nickname',
    avatar: 'Avatar (optional)',
    answer: 'Put it on',
    skip: 'No name',
    retry: 'Try again',
    troublePicture: 'A picture could not be loaded',
    troubleLink: 'The link of this poster cannot be used',
    troubleCode: 'The code failed its test scan, and you will not get a poster that nobody can scan',
    troubleSlow: 'The network is slow and the poster was not finished',
    troubleDevice: 'This device has too little memory for the poster',
    trouble: 'The poster could not be made',
    saved: 'Saved. Look among your downloads.',
    shared: 'Handed to the share sheet',
    linkCopied: 'Link copied',
    textCopied: 'Words copied',
    shareFailed: 'Sharing failed. Press and hold the poster to save it.',
    guideTitle: 'How to share',
    guidePress: 'Press and hold the poster above',
    guideKeepWechat: 'Choose “Send to Friend” or “Save Image”',
    guideKeep: 'Choose “Save Image” or “Add to Photos”',
    guideSend: 'In Moments, pick it from your album',
    guideDesk: 'Choose “Save picture”, then send the file',
    manualTitle: 'Please copy by hand',
    manual: 'Press and hold the text below, select all, copy',
    close: 'Got it',
  },
};
