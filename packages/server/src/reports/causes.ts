// What a low step is called and what may cause it, in the order of likelihood. Codes are for programs and stay.
import type { LocalText, Report, StepKind } from '@fanfare/protocol';

type Low = NonNullable<Report['steps'][number]['low']>;

const text = (zh: string, en: string): LocalText => ({ 'zh-CN': zh, en });
const low = (symptom: string, title: LocalText, causes: Record<string, LocalText>): Low => ({
  symptom,
  title,
  causes: Object.entries(causes).map(([code, text]) => ({ code, text })),
});

const lows: Record<StepKind, Low> = {
  scan: low('low_scan', text('扫码与打开偏少', 'Few scan or open the link'), {
    code_unseen: text(
      '二维码或链接不够醒目，或太小扫不出',
      'The code or link is easy to miss, or too small to scan',
    ),
    wrong_audience: text(
      '投放的人群与活动不匹配',
      'The channel reaches people whom the activity does not interest',
    ),
    page_slow: text('页面打开慢，或在应用内被拦截', 'The page opens slowly, or an app blocks it'),
  }),
  view: low('low_view', text('看到组件的人偏少', 'Few get to see it'), {
    below_fold: text('入口在首屏以下，没有滑到', 'It stands below the first screen and is not scrolled to'),
    load_slow: text('首屏加载慢，没等到就离开', 'The page loads slowly and people leave before it is there'),
    hidden_by_phase: text(
      '活动未开始或已暂停，入口没有出现',
      'The activity has not begun or is paused, so it is not shown',
    ),
  }),
  click: low('low_click', text('点击偏少', 'Few tap'), {
    button_unclear: text(
      '按钮不像按钮，或文案没说清能得到什么',
      'The button does not look like one, or does not say what there is to get',
    ),
    offer_weak: text('奖品吸引力不够', 'The prizes do not tempt'),
    sign_in_first: text('点击前要求先登录', 'People are asked to sign in first'),
  }),
  draw: low('low_draw', text('完成抽奖偏少', 'Few finish a draw'), {
    no_chances: text('没有抽奖机会，或获取机会太难', 'They have no chances, or chances are hard to get'),
    refused: text('被限制规则拒绝，或服务报错', 'Limits refuse them, or the service fails'),
    wait_long: text('等待太久，中途离开', 'They wait too long and leave'),
  }),
  claim: low('low_claim', text('领取偏少', 'Few claim'), {
    not_noticed: text(
      '没注意到需要领取，或找不到入口',
      'They do not notice that there is something to claim, or do not find where',
    ),
    form_long: text('领取表单太长或要求登录', 'The form is long, or asks to sign in'),
    worth_little: text('奖品价值低，不值得填写', 'It is worth too little to fill in a form'),
  }),
  share: low('low_share', text('分享与邀请偏少', 'Few share or invite'), {
    nothing_to_gain: text('对邀请人没有明显好处', 'There is little in it for whoever invites'),
    way_unclear: text('分享步骤不清楚，没看到引导', 'How to share is unclear; the guide is not seen'),
    friends_stuck: text('好友接受邀请的门槛太高', 'It is too much work for the friends to accept'),
  }),
  convert: low('low_convert', text('转化偏少', 'Few convert'), {
    offer_unrelated: text('活动与转化目标关联弱', 'The activity has little to do with what is offered'),
    path_long: text('从活动到转化的路径太长', 'The way from the activity to there is long'),
    told_late: text(
      '转化数据由业务方回传，可能还没到',
      'Conversions come from the host and may not have arrived yet',
    ),
  }),
};

/** The rate that a step of a kind usually has, where the definition does not say. */
const usual: Record<StepKind, number> = {
  ...{ scan: 0.05, view: 0.6, click: 0.3, draw: 0.8, claim: 0.5, share: 0.1, convert: 0.02 },
};

/** What to say of a low step of this kind. */
export const lowOf = (kind: StepKind): Low => lows[kind];
/** The rate to expect of a step of this kind. */
export const usualOf = (kind: StepKind): number => usual[kind];
