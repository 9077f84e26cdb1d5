// The words of the bar for trying things out.
import type { Locale } from '../page.text.js';

export type DevKey =
  | 'open'
  | 'time'
  | 'early'
  | 'minute'
  | 'live'
  | 'urgent'
  | 'ended'
  | 'nextDay'
  | 'person'
  | 'guest'
  | 'newGuest'
  | 'chances'
  | 'left'
  | 'gift'
  | 'friends'
  | 'friend'
  | 'look'
  | 'auto'
  | 'light'
  | 'dark'
  | 'language'
  | 'failed';

export const devText: Record<Locale, Record<DevKey, string>> = {
  'zh-CN': {
    open: '试一试',
    time: '时间',
    early: '预热',
    minute: '开始前 1 分钟',
    live: '直播中',
    urgent: '最后 1 小时',
    ended: '已结束',
    nextDay: '过一天',
    person: '身份',
    guest: '访客',
    newGuest: '换一位访客',
    chances: '机会',
    left: '还有 {n} 次',
    gift: '再来一次机会',
    friends: '好友',
    friend: '来一位有效好友',
    look: '外观',
    auto: '跟随系统',
    light: '浅色',
    dark: '深色',
    language: '语言',
    failed: '没有成功，请看控制台',
  },
  en: {
    open: 'Try it',
    time: 'Time',
    early: 'Warm-up',
    minute: '1 min to start',
    live: 'Live',
    urgent: 'Last hour',
    ended: 'Ended',
    nextDay: 'A day on',
    person: 'Person',
    guest: 'Guest',
    newGuest: 'Another guest',
    chances: 'Chances',
    left: '{n} left',
    gift: 'One more chance',
    friends: 'Friends',
    friend: 'A friend who counts',
    look: 'Looks',
    auto: 'Device',
    light: 'Light',
    dark: 'Dark',
    language: 'Language',
    failed: 'That did not work; see the console',
  },
};
