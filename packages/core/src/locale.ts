/** The language to show: an explicit one, else the page's, else the device's, else Chinese. */
export function chooseLocale(explicit?: string | null): string {
  if (explicit) return explicit;
  const page = typeof document === 'undefined' ? '' : document.documentElement.lang;
  return page || (typeof navigator === 'undefined' ? '' : navigator.language) || 'zh-CN';
}

/** The text for a language: exact tag, same language, then `*`, then whatever there is. */
export function localize(text: { [tag: string]: string } | undefined, locale: string): string {
  if (!text) return '';
  return text[nearestTag(text, locale) ?? '*'] ?? Object.values(text)[0] ?? '';
}

/** The tag that fits a language best: the exact one, else one of the same language. */
export function nearestTag(bag: object, locale: string): string | undefined {
  const tags = Object.keys(bag);
  const languageOf = (tag: string) => tag.split('-')[0];
  return [locale, ...tags].find((tag) => tags.includes(tag) && languageOf(tag) === languageOf(locale));
}
