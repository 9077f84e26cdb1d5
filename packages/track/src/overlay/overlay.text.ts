// What the overlay says. It is for those who test an activity, in the language of the page.

export interface OverlayText {
  /** Title of the panel. */
  title: string;
  /** Heading of the plan's events; `{done}` of `{all}` have fired. */
  plan: string;
  /** Heading of the last events. */
  events: string;
  /** Shown while nothing was tracked. */
  none: string;
  copy: string;
  /** Shown after copying. */
  copied: string;
  hide: string;
  show: string;
  /** The server's clock is `{ms}` ms ahead of this page's. */
  clock: string;
  /** Shown without an activity. */
  noClock: string;
  /** Last request's id or outcome. */
  request: string;
  /** Marks an event that the plan does not know. */
  unplanned: string;
}

const texts: { [language: string]: OverlayText } = {
  en: {
    title: 'Tracking',
    plan: 'Plan: {done} of {all} fired',
    events: 'Last events',
    none: 'Nothing tracked yet',
    copy: 'Copy diagnostics',
    copied: 'Copied',
    hide: 'Hide',
    show: 'Show',
    clock: 'Server clock {ms} ms',
    noClock: 'No server clock',
    request: 'Last request: {id}',
    unplanned: 'not in the plan',
  },
  zh: {
    title: '埋点',
    plan: '计划:已触发 {done} / {all}',
    events: '最近事件',
    none: '还没有事件',
    copy: '复制诊断信息',
    copied: '已复制',
    hide: '收起',
    show: '展开',
    clock: '服务器时钟 {ms} 毫秒',
    noClock: '没有服务器时钟',
    request: '最近请求:{id}',
    unplanned: '不在计划中',
  },
};

export const overlayText = (language: string): OverlayText =>
  (language.startsWith('zh') ? texts.zh : texts.en)!;

export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
