// What a device would ask for, brought about in this page: media rules of the widgets' style sheets are switched, and
// scripts that ask are answered alike. Forced colours are an approximation: a system's own palette cannot be imitated.

export interface Conditions {
  motion: boolean;
  forced: boolean;
}

const MEDIA: [keyof Conditions, string][] = [
  ['motion', '(prefers-reduced-motion: reduce)'],
  ['forced', '(forced-colors: active)'],
];

/** The media text that each switched rule had. */
const before = new WeakMap<CSSMediaRule, string>();

function switchRules(rules: CSSRuleList, conditions: Conditions): void {
  for (const rule of rules) {
    if (!(rule instanceof CSSMediaRule)) continue;
    const text = before.get(rule) ?? rule.media.mediaText;
    before.set(rule, text);
    const [condition] = MEDIA.find(([, query]) => text.includes(query)) ?? [];
    if (condition) rule.media.mediaText = conditions[condition] ? 'all' : text;
    switchRules(rule.cssRules, conditions);
  }
}

/** Applies to every widget below `root`; call it again when widgets have come. */
export function applyConditions(root: ParentNode, conditions: Conditions): void {
  for (const element of root.querySelectorAll('*'))
    for (const sheet of element.shadowRoot?.adoptedStyleSheets ?? []) switchRules(sheet.cssRules, conditions);
}

/** Lets scripts see what is switched. */
export function answerMedia(conditions: () => Conditions): () => void {
  const { matchMedia } = window;
  window.matchMedia = (query) => {
    const list = matchMedia.call(window, query);
    const [condition] = MEDIA.find(([, text]) => query.includes(text)) ?? [];
    return condition && conditions()[condition]
      ? new Proxy(list, {
          get: (target, key) => (key === 'matches' ? true : Reflect.get(target, key, target)),
        })
      : list;
  };
  return () => {
    window.matchMedia = matchMedia;
  };
}
