// Words by language, with `{name}` placeholders and plural forms.
import { nearestTag } from '../locale.js';

/** Strings by language; `{name}` is filled in, `one|other` forms are chosen by `n`. */
export type TextPack<Key extends string = string> = {
  'zh-CN': Record<Key, string>;
  en: Record<Key, string>;
} & {
  [tag: string]: Record<Key, string>;
};

export interface Translate<Key extends string = string> {
  (key: Key, values?: Record<string, string | number>): string;
  /** The same language and the host's own words for another pack, such as that of a part which loads later. */
  with<More extends string>(pack: TextPack<More>): Translate<More>;
}

/**
 * `t('left', { n: 3 })`. A string may hold two forms, `one chance|{n} chances`; the first is for the `one` of the
 * language's plural rules (Intl.PluralRules). `overrides` are the host's own words.
 */
export function createText<Key extends string>(
  pack: TextPack<Key>,
  locale: string,
  overrides: Partial<Record<string, string>> = {},
): Translate<Key> {
  const language = nearestTag(pack, locale) ?? 'en';
  const translate = (key: Key, values: Record<string, string | number> = {}) => {
    const [one, other] = (overrides[key] ?? pack[language]![key]).split('|') as [string, string?];
    const isOther = other !== undefined && !(typeof values.n === 'number' && isOne(language, values.n));
    return (isOther ? other : one).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  };
  return Object.assign(translate, {
    with: <More extends string>(more: TextPack<More>) => createText(more, locale, overrides),
  });
}

const plurals = new Map<string, Intl.PluralRules>();

function isOne(language: string, n: number): boolean {
  const rules = plurals.get(language) ?? new Intl.PluralRules(language);
  plurals.set(language, rules);
  return rules.select(n) === 'one';
}

/** Writing direction of a language. */
export const directionOf = (locale: string) => (/^(ar|fa|he|ur|ps|yi)\b/.test(locale) ? 'rtl' : 'ltr');
