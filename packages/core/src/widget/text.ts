// Words by language, with `{name}` placeholders and plural forms.
import { localize } from '../locale.js';
import type { TextPack } from './widget.js';

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
  const language = nearestLanguage(Object.keys(pack), locale);
  const plural = new Intl.PluralRules(language);
  const translate = (key: Key, values: Record<string, string | number> = {}) => {
    const [one, other = one] = (overrides[key] ?? pack[language]![key]).split('|') as [string, string?];
    const form = typeof values.n === 'number' && plural.select(values.n) === 'one' ? one : other!;
    return form.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  };
  return Object.assign(translate, {
    with: <More extends string>(more: TextPack<More>) => createText(more, locale, overrides),
  });
}

const nearestLanguage = (tags: string[], locale: string) =>
  localize({ ...Object.fromEntries(tags.map((tag) => [tag, tag])), '*': 'en' }, locale);

/** Writing direction of a language. */
export const directionOf = (locale: string) => (/^(ar|fa|he|ur|ps|yi)\b/.test(locale) ? 'rtl' : 'ltr');
