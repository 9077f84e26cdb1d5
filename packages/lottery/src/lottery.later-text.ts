import type { TextPack } from '@fanfare/core';

export type LaterKey =
  | 'wonTitle'
  | 'lostTitle'
  | 'lostText'
  | 'claimBy'
  | 'receipt'
  | 'copy'
  | 'copied'
  | 'again'
  | 'seeMine'
  | 'close'
  | 'verify'
  | 'verifying'
  | 'proven'
  | 'committed'
  | 'refuted'
  | 'unknown'
  | 'couponCode'
  | 'odds'
  | 'noOdds'
  | 'plenty'
  | 'few'
  | 'out'
  | 'left'
  | 'ways'
  | 'grants'
  | 'mine'
  | 'all'
  | 'pending'
  | 'claimed'
  | 'fulfilled'
  | 'expired'
  | 'codeLabel'
  | 'codeUse';

/** The words of the result and the lists. */
export const laterText: TextPack<LaterKey> = {
  'zh-CN': {
    // Title of the result of a win.
    wonTitle: '恭喜你，抽中了',
    // Title of the result without a prize.
    lostTitle: '这次没有中奖',
    // Below it: kind words.
    lostText: '谢谢参与，愿好运常伴你',
    // Last moment to claim a reward, in the activity's zone, named.
    claimBy: '请在 {time} 前领取',
    // What support asks for.
    receipt: '凭证号',
    // Button that copies the receipt or a coupon's code.
    copy: '复制',
    // Said after it was copied.
    copied: '已复制',
    // Button of the result while there are chances.
    again: '再抽一次',
    // Button of the result of a win: opens the list of what was won.
    seeMine: '查看我的奖品',
    // Button that closes the result.
    close: '知道了',
    // A coupon's code, shown to its owner.
    couponCode: '券码',
    // Column of the odds of a prize.
    odds: '中奖概率 {percent}',
    // Note below the list where the activity does not publish odds.
    noOdds: '本活动未公示概率',
    // Stock of a prize: there is a lot.
    plenty: '充足',
    // Stock of a prize: not much is left.
    few: '即将抽完',
    // Stock of a prize: none is left.
    out: '已抽完',
    // Stock of a prize, where the number is published.
    left: '还剩 {n} 份',
    // Title of the ways to get a chance.
    ways: '这样可以获得机会',
    // How many chances a way gives.
    grants: '+{n} 次',
    // Title of what was won.
    mine: '我的奖品',
    // Button that shows all of it, where only the latest are shown.
    all: '全部 {n} 件',
    // State of a reward: can be claimed.
    pending: '待领取',
    // State of a reward: claimed, on its way.
    claimed: '已领取',
    // State of a reward: delivered.
    fulfilled: '已发放',
    // State of a reward: the time to claim it is over.
    expired: '已过期',
    // Button under a result: checks the draw against what the backend has published.
    verify: '验证这次抽奖',
    // While it is looked up.
    verifying: '正在验证…',
    // The draw was made again from the published seed, and came out the same.
    proven: '✓ 验证通过：用公开的种子重新计算，结果一致',
    // All is in order; the seed is secret until the activity is over.
    committed: '✓ 已记入公开日志，与抽奖前的承诺一致。活动结束后公布种子，即可重新计算',
    // Something does not fit.
    refuted: '✗ 验证未通过，请保存凭证号并联系客服',
    // The log or the commitments could not be read.
    unknown: '暂时无法验证，请稍后再试',
    // Label of the field for a one-time code.
    codeLabel: '兑换码',
    // Button that draws with the code.
    codeUse: '用它抽奖',
  },
  en: {
    wonTitle: 'Congratulations, you won',
    lostTitle: 'Not this time',
    lostText: 'Thank you for playing. May luck be with you.',
    claimBy: 'Claim it before {time}',
    receipt: 'Receipt',
    copy: 'Copy',
    copied: 'Copied',
    again: 'Draw again',
    seeMine: 'See my prizes',
    close: 'OK',
    couponCode: 'Code',
    odds: 'Odds {percent}',
    noOdds: 'Odds are not published for this activity.',
    plenty: 'In stock',
    few: 'Almost gone',
    out: 'All gone',
    left: '{n} left',
    ways: 'How to get a chance',
    grants: '+{n}',
    mine: 'My prizes',
    all: 'All {n}',
    pending: 'To be claimed',
    claimed: 'Claimed',
    fulfilled: 'Delivered',
    expired: 'Expired',
    verify: 'Verify this draw',
    verifying: 'Verifying…',
    proven: '✓ Verified: calculated again from the published seed, with the same result',
    committed:
      '✓ In the public log, true to what was promised before the draw. The seed is published after the end; then it can be calculated again',
    refuted: '✗ This does not fit. Keep the receipt and contact support',
    unknown: 'It cannot be verified right now. Please try again later',
    codeLabel: 'Code',
    codeUse: 'Draw with it',
  },
};
