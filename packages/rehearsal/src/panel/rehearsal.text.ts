import type { TextPack } from '@fanfare/core';
import type { PersonaName } from '../cast.js';
import type { FaultName } from '../faults.js';
import type { Scene } from '../rehearsal.js';

export type RehearsalKey =
  | 'title'
  | 'phase-warmup'
  | 'phase-live'
  | 'phase-ended'
  | 'time'
  | 'hour'
  | 'day'
  | 'who'
  | 'faults'
  | 'facts'
  | 'state'
  | 'save'
  | 'open'
  | 'reset'
  | 'moved'
  | 'on-stage'
  | 'faults-now'
  | 'no-faults'
  | 'sent'
  | 'saved'
  | 'opened'
  | 'anew'
  | 'failed'
  | 'absent'
  | `scene-${Scene}`
  | `persona-${PersonaName}`
  | `about-${PersonaName}`
  | `fault-${FaultName}`;

/** The words of the control panel. */
export const rehearsalText: TextPack<RehearsalKey> = {
  'zh-CN': {
    // The panel's name.
    title: '活动彩排',
    // Beside the time: the phase that the rehearsal is in.
    'phase-warmup': '预热中',
    'phase-live': '进行中',
    'phase-ended': '已结束',
    // Heads the buttons that travel in time.
    time: '时间',
    // Buttons that go on by an hour, by a day.
    hour: '+1 小时',
    day: '+1 天',
    // Heads the choice of who is on stage.
    who: '谁在台上',
    // Heads the choice of what goes wrong.
    faults: '出点状况',
    // Heads the facts that the host's server would send.
    facts: '业务事件',
    // Heads the buttons that save, open and forget everything.
    state: '现场',
    save: '导出',
    open: '导入',
    reset: '重新开始',
    // Told after a travel; `{time}` is where it went.
    moved: '来到 {time}',
    // Told when another person took the stage.
    'on-stage': '上台：{name}',
    // Told when faults were changed; `{faults}` lists them.
    'faults-now': '现在会：{faults}',
    'no-faults': '一切正常',
    // Told when a fact was sent.
    sent: '已发送 {fact}',
    saved: '已导出，可以附在问题反馈里',
    opened: '已导入',
    anew: '从头开始了',
    // Told when something did not work; `{message}` says why.
    failed: '没有成功：{message}',
    // Shown when the panel was given no rehearsal.
    absent: '还没有彩排，请先设置 rehearsal 属性',
    'scene-warmup': '开始前',
    'scene-start': '倒数 10 秒',
    'scene-live': '进行中',
    'scene-end': '结束前 10 秒',
    'scene-ended': '结束后',
    'persona-new': '新朋友',
    'about-new': '第一次来，什么都没有',
    'persona-inviter': '邀请人',
    'about-inviter': '两位好友已生效，一位待生效',
    'persona-friend': '被邀好友',
    'about-friend': '从邀请人的链接进来',
    'persona-winner': '中奖人',
    'about-winner': '中过奖，而且抽必中',
    'persona-abuser': '刷子',
    'about-abuser': '同一网络的次数已用完',
    'fault-slow': '慢 3 秒',
    'fault-timeout': '超时',
    'fault-error': '服务器 500',
    'fault-offline': '断网',
    'fault-pool-empty': '奖品发完',
    'fault-blocked': '被风控拦下',
  },
  en: {
    title: 'Rehearsal',
    'phase-warmup': 'Warm-up',
    'phase-live': 'Live',
    'phase-ended': 'Over',
    time: 'Time',
    hour: '+1 hour',
    day: '+1 day',
    who: 'On stage',
    faults: 'What goes wrong',
    facts: 'Facts from your server',
    state: 'Everything so far',
    save: 'Export',
    open: 'Import',
    reset: 'Start over',
    moved: 'It is now {time}',
    'on-stage': 'On stage: {name}',
    'faults-now': 'From now on: {faults}',
    'no-faults': 'All is well',
    sent: 'Sent {fact}',
    saved: 'Exported. Attach the file to your report.',
    opened: 'Imported',
    anew: 'Started over',
    failed: 'That did not work: {message}',
    absent: 'No rehearsal yet. Set the property "rehearsal".',
    'scene-warmup': 'Before',
    'scene-start': '10 s to start',
    'scene-live': 'Live',
    'scene-end': '10 s to the end',
    'scene-ended': 'After',
    'persona-new': 'Newcomer',
    'about-new': 'First visit, nothing done yet',
    'persona-inviter': 'Inviter',
    'about-inviter': 'Two friends count, one is waiting',
    'persona-friend': 'Friend',
    'about-friend': "Comes by the inviter's link",
    'persona-winner': 'Winner',
    'about-winner': 'Has won, and wins every draw',
    'persona-abuser': 'Abuser',
    'about-abuser': 'The limits of this network are used up',
    'fault-slow': '3 s slower',
    'fault-timeout': 'Time-out',
    'fault-error': 'Server error 500',
    'fault-offline': 'Offline',
    'fault-pool-empty': 'Prizes all gone',
    'fault-blocked': 'Blocked as abuse',
  },
};
