// Every word of the page that is not the activity's own. The HTML carries the Chinese ones too, so that it can be
// read before any script runs; a test keeps both alike.

const chinese = {
  bank: '栖云银行',
  eyebrow: '2027 · 与你同贺',
  titleFirst: '新年直播',
  titleSecond: '嘉年华',
  dates: '1 月 1 日 — 1 月 11 日 · 每晚 19:30',
  figureShows: '场直播',
  figureHosts: '家机构',
  figurePrizes: '份好礼',
  stageAlt: '两位主持人在新年演播室里',
  clockLabel: '倒计时',
  drawTitle: '新年好运抽',
  drawLead: '每次抽奖由活动服务器开出，转盘只负责揭晓。',
  tabWheel: '幸运转盘',
  tabGrid: '九宫格',
  checkinTitle: '每日签到',
  checkinLead: '每天点一下，7 天一轮，攒下的积分换新年好礼。',
  friendsTitle: '好友同行',
  friendsLead: '新年一起看，朋友每来一位，就亮起一个位置。',
  showsTitle: '直播日程',
  showsLead: '连播 11 晚，大奖之夜与收官夜 20:00 加场。',
  posterTitle: '我的海报',
  posterLead: '码里是你自己的邀请链接，生成后先试扫一遍再交给你。',
  prizesTitle: '奖品与概率',
  prizesLead: '概率公开，奖品发完后其余奖品概率不变。',
  rulesTitle: '活动规则',
  storedTitle: '这个页面在你的手机里存了什么',
  storedGuest: '访客凭证：未登录时用它认出你，登录后即删除。',
  storedDraw:
    '还没有回音的点按：抽奖、领取、接受邀请、签到（连同写下的话和照片）。断网或误关页面后，回来仍是同一次；回音一到即删除。',
  storedChoice: '你的选择：语言、抽奖的声音开关，以及写在海报上的名字。',
  storedChannel: '你从哪个入口来：仅渠道编号和邀请码，活动结束后不再使用。',
  storedNothing: '除此之外，不存 Cookie，不读通讯录，不做跨站追踪。',
  fine: '示例页面。栖云银行及文中机构均为虚构，奖品不会寄出。',
  // Where a widget asks for a sign-in.
  signInTitle: '登录',
  signInNote: '示例页面：选一个身份，代替银行自己的登录。',
  signInLater: '以后再说',
  // Badge on the player, by what is on.
  warmup: '预热中',
  onAir: '直播中',
  between: '今晚见',
  ended: '已收官',
  // Beside the badge while a show is on; `{n}` is a number.
  watching: '{n} 人在看',
  // Under the player; `{title}` and `{host}` are the show's, `{time}` is its start in the activity's zone.
  nowPlaying: '正在直播「{title}」· {host}',
  upNext: '{time} 下一场「{title}」',
  enter: '进入直播间',
  thanks: '十一个夜晚，谢谢你来过',
  // Over the player, as viewers' comments.
  comments: '新年快乐！|蹲一个折叠屏|主持人今天好精神|全家一起来看|刚中了咖啡券|栖云银行新年好',
  // On a prize's card.
  worth: '市场参考价 {money}',
  odds: '概率 {odds}',
  gone: '已发完',
  few: '所剩不多',
};

export type TextKey = keyof typeof chinese;
export type Locale = 'zh-CN' | 'en';

const english: Record<TextKey, string> = {
  bank: 'Qiyun Bank',
  eyebrow: '2027 · celebrate with us',
  titleFirst: 'New Year',
  titleSecond: 'Live Carnival',
  dates: '1 – 11 January · nightly at 19:30',
  figureShows: 'live shows',
  figureHosts: 'hosts',
  figurePrizes: 'prizes',
  stageAlt: 'Two hosts in a New Year studio',
  clockLabel: 'Countdown',
  drawTitle: 'Draw your New Year luck',
  drawLead: 'The activity’s server makes every draw; the wheel only reveals it.',
  tabWheel: 'Lucky wheel',
  tabGrid: 'Nine squares',
  checkinTitle: 'Check in every day',
  checkinLead: 'One tap a day, seven days a round; the points you gather turn into New Year gifts.',
  friendsTitle: 'Better with friends',
  friendsLead: 'Watch the new year in together: a place lights up for every friend who comes.',
  showsTitle: 'On air',
  showsLead: 'Eleven nights in a row, with extra rounds at 20:00 on grand prize night and at the finale.',
  posterTitle: 'My poster',
  posterLead: 'The code holds your own invite link and is test-scanned before you get it.',
  prizesTitle: 'Prizes and odds',
  prizesLead: 'Odds are public. When a prize runs out, the odds of all others stay the same.',
  rulesTitle: 'Rules',
  storedTitle: 'What this page keeps on your phone',
  storedGuest: 'A guest credential, to know you again while you are not signed in. Deleted when you sign in.',
  storedDraw:
    'Taps without an answer yet: draws, claims, accepted invites, check-ins with their words and pictures. After a lost connection or a closed page they are the same taps; the answer deletes them.',
  storedChoice: 'Your choices: the language, whether the draw has sound, and the name on your poster.',
  storedChannel: 'Where you came from: a channel’s number and an invite code, unused after the end.',
  storedNothing: 'Nothing else: no cookies, no contacts, no tracking across sites.',
  fine: 'An example. Qiyun Bank and every host named here are invented; no prize will be sent.',
  signInTitle: 'Sign in',
  signInNote: 'An example: choose a person, in place of the bank’s own sign-in.',
  signInLater: 'Not now',
  warmup: 'Warm-up',
  onAir: 'Live',
  between: 'Tonight',
  ended: 'That’s a wrap',
  watching: '{n} watching',
  nowPlaying: 'On now: {title} · {host}',
  upNext: '{time} · up next: {title}',
  enter: 'Enter the live room',
  thanks: 'Eleven nights. Thank you for coming.',
  comments:
    'Happy New Year!|Hoping for the phone|What a set!|Watching with family|Won a coffee!|Hello from Hangzhou',
  worth: 'Worth {money}',
  odds: 'Odds {odds}',
  gone: 'All gone',
  few: 'Few left',
};

export const pageText: Record<Locale, Record<TextKey, string>> = { 'zh-CN': chinese, en: english };

/** A text with its `{names}` filled in. */
export const say = (locale: Locale, key: TextKey, values: Record<string, string> = {}): string =>
  pageText[locale][key].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
