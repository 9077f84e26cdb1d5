import type { TextPack } from '@fanfare/core';

export type MallKey =
  | 'mall'
  | 'few'
  | 'out'
  | 'cost'
  | 'exchange'
  | 'confirm'
  | 'yes'
  | 'no'
  | 'short'
  | 'limit'
  | 'mine'
  | 'receipt'
  | 'history'
  | 'empty'
  | 'checkin'
  | 'milestone'
  | 'make_up'
  | 'draw'
  | 'tier'
  | 'shop'
  | 'other'
  | 'pending'
  | 'claimed'
  | 'fulfilled'
  | 'expired';

/** The words of the points and the mall. */
export const mallText: TextPack<MallKey> = {
  'zh-CN': {
    // Title of the mall.
    mall: '积分商城',
    // Stock labels.
    few: '快换完了',
    out: '已换完',
    // An item's price.
    cost: '{n} 积分',
    // The button of an item.
    exchange: '兑换',
    // The question before an exchange.
    confirm: '用 {n} 积分换「{name}」？',
    yes: '确认兑换',
    no: '再想想',
    // Instead of the button: so many points are missing.
    short: '还差 {n} 积分',
    // Instead of the button: the person has as many as allowed.
    limit: '已换 {n} 件，换满了',
    // Title of what was exchanged.
    mine: '我换到的',
    // Beside an exchange.
    receipt: '凭证 {receipt}',
    // Title of the points' history.
    history: '积分明细',
    // When there is none.
    empty: '还没有积分，从今天的签到开始吧',
    // Reasons of the history.
    checkin: '签到',
    milestone: '连签奖励',
    make_up: '补签',
    draw: '抽奖',
    tier: '邀请奖励',
    shop: '兑换',
    other: '其他',
    // States of a reward.
    pending: '待领取',
    claimed: '已登记',
    fulfilled: '已发放',
    expired: '已过期',
  },
  en: {
    mall: 'Points mall',
    few: 'Only a few left',
    out: 'All gone',
    cost: '{n} point|{n} points',
    exchange: 'Get it',
    confirm: 'Get “{name}” for {n} points?',
    yes: 'Yes, get it',
    no: 'Not now',
    short: '{n} point to go|{n} points to go',
    limit: 'You have {n}, the most one may have',
    mine: 'What I got',
    receipt: 'Receipt {receipt}',
    history: 'History',
    empty: 'No points yet. They begin with a check-in',
    checkin: 'Check-in',
    milestone: 'Milestone',
    make_up: 'Make-up',
    draw: 'Draw',
    tier: 'Invitations',
    shop: 'Mall',
    other: 'Other',
    pending: 'to be claimed',
    claimed: 'claimed',
    fulfilled: 'delivered',
    expired: 'expired',
  },
};
