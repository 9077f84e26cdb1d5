// Names words that get a page blocked or an operator fined, before it is published. Not loaded by the widget itself.
import type { PublicInvite } from '@fanfare/protocol';

/** A risky place in a text. */
export interface CopyRisk {
  /** As it stands in the text. */
  word: string;
  /** Where it begins. */
  index: number;
  rule: 'share-for-reward' | 'forced-share' | 'collected-likes' | 'false-promise' | 'pyramid' | 'superlative';
  /** What the rule says, in Chinese and English. */
  why: { 'zh-CN': string; en: string };
}

type Rule = Pick<CopyRisk, 'rule' | 'why'> & { pattern: RegExp };

const RULES: readonly Rule[] = [
  {
    rule: 'share-for-reward',
    pattern:
      /(分享|转发|邀请)[^。！？\n]{0,10}(领|得|送|返|抽奖|红包|奖励|优惠券|现金)|\b(share|forward|invite)\b[^.!?\n]{0,30}\b(win|get|earn|receive|unlock|reward)/gi,
    why: {
      'zh-CN': '微信外部链接规范：不得以奖励诱导分享、关注或邀请',
      en: 'WeChat rules for external links: no inducing to share, follow or invite by rewards',
    },
  },
  {
    rule: 'forced-share',
    pattern:
      /(必须|需要?)(先)?(分享|转发|关注)|(分享|转发|关注)(之?后)(才|方|即)?(可|能|看|解锁)|\b(share|forward|follow)\b[^.!?\n]{0,20}\bto (see|view|read|continue|unlock)/gi,
    why: {
      'zh-CN': '微信外部链接规范：不得强制分享后才能继续操作',
      en: 'WeChat rules for external links: no step that is only open after sharing',
    },
  },
  {
    rule: 'collected-likes',
    pattern: /集(齐|满)?\s?\d*\s?(个)?(赞|好友助力)|求助力|帮我(砍|助力)|\bcollect \d* ?likes\b/gi,
    why: {
      'zh-CN': '微信外部链接规范：不得集赞、诱导好友助力',
      en: 'WeChat rules for external links: no collecting of likes or helping taps',
    },
  },
  {
    rule: 'false-promise',
    pattern:
      /人人有(份|奖)|100%\s?(中奖|中|有奖)|不转不是|稳赚|白拿|\bguaranteed (win|prize)|\beverybody wins\b/gi,
    why: {
      'zh-CN': '反不正当竞争法：有奖销售不得作虚假或引人误解的承诺',
      en: 'Unfair-competition law: no false or misleading promises about prizes',
    },
  },
  {
    rule: 'pyramid',
    pattern: /下线|拉人头|躺赚|裂变(收益|佣金)|多级(返|佣)|\b(downline|passive income)\b/gi,
    why: {
      'zh-CN': '禁止传销条例：不得按发展人数层层返利',
      en: 'Ban on pyramid selling: no earnings from layers of recruits',
    },
  },
  {
    rule: 'superlative',
    pattern: /国家级|最高级|最佳|史上最|全网最(低|大|强)|顶级|\bbest in the (world|country)\b/gi,
    why: {
      'zh-CN': '广告法第九条：不得使用“国家级”“最高级”“最佳”等用语',
      en: 'Advertising law, article 9: no superlatives such as "best" or "highest"',
    },
  },
];

/** Every risky word of a text in the order in which they stand there, each with the rule that it breaks. */
export function lintCopy(text: string): CopyRisk[] {
  return RULES.flatMap(({ rule, why, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({ word: match[0], index: match.index!, rule, why })),
  ).sort((a, b) => a.index - b.index);
}

const MOST_STEPS = 3;

/** What is too long about the way from the first friend to the reward; nothing where all is well. */
export function lintFlow({ tiers, steps }: Pick<PublicInvite, 'tiers' | 'steps'>): string[] {
  const total = tiers.length + steps;
  return [
    ...(steps > MOST_STEPS
      ? [`${steps} steps follow the last tier; after ${MOST_STEPS} most people give up. Join some of them.`]
      : []),
    ...(total > 6
      ? [`${total} tiers and steps in all; name fewer than 7, so that the end can be seen.`]
      : []),
  ];
}
