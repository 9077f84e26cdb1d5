// The steps of a funnel: those of the definition, else what the activity's widgets tell by themselves.
import type { Definition, LocalText, ReportRecord, StepKind } from '@fanfare/protocol';
import { usualOf } from './causes.js';

/** A step with its one source. */
export interface Step {
  id: string;
  title: LocalText;
  kind: StepKind;
  source: 'event' | 'fact' | 'record';
  /** Of the event, fact or record. */
  name: string;
  usual: number;
}

const step = (
  id: string,
  kind: StepKind,
  [source, name]: [Step['source'], string],
  zh: string,
  en: string,
): Step => ({ id, title: { 'zh-CN': zh, en }, kind, source, name, usual: usualOf(kind) });

const seen = (widget: string) =>
  step('seen', 'view', ['event', `${widget}.shown`], '看到组件', 'Widget seen');
const opened = step('page', 'scan', ['event', 'page.opened'], '打开页面', 'Page seen');
const record = (id: string, kind: StepKind, name: ReportRecord, zh: string, en: string) =>
  step(id, kind, ['record', name], zh, en);

function stepsOfWidgets({ lottery, invite, checkin }: Definition): Step[] {
  if (lottery)
    return [
      opened,
      seen('lottery'),
      step('tapped', 'click', ['event', 'lottery.tapped'], '点击抽奖', 'Tapped'),
      step('drawn', 'draw', ['event', 'lottery.drawn'], '抽奖', 'Drawn'),
      record('claimed', 'claim', 'claimed', '领奖', 'Claimed'),
    ];
  if (checkin)
    return [opened, seen('checkin'), record('checked', 'click', 'checked_in', '签到', 'Checked in')];
  if (invite)
    return [
      opened,
      seen('invite'),
      step('shared', 'share', ['event', 'invite.shared'], '分享', 'Shared'),
      record('invited', 'convert', 'invited', '好友接受邀请', 'Friends came'),
    ];
  return [opened, record('joined', 'click', 'joined', '参与', 'Joined')];
}

/** The steps, first to last. */
export function stepsOf(definition: Definition): Step[] {
  const own = definition.report?.steps;
  if (!own) return stepsOfWidgets(definition);
  return own.map(({ id, title, kind, event, fact, record, usual = usualOf(kind) }) => {
    const [source, name] =
      event !== undefined
        ? (['event', event] as const)
        : fact !== undefined
          ? (['fact', fact] as const)
          : (['record', record!] as const);
    return { id, title, kind, source, name, usual };
  });
}
