/** The language to show: an explicit one, else the page's, else the device's, else Chinese. */
export function chooseLocale(explicit?: string | null): string {
  if (explicit) return explicit;
  const page = typeof document === 'undefined' ? '' : document.documentElement.lang;
  return page || (typeof navigator === 'undefined' ? '' : navigator.language) || 'zh-CN';
}

/** The text for a language: exact tag, same language, then `*`, then whatever there is. */
export function localize(text: { [tag: string]: string } | undefined, locale: string): string {
  if (!text) return '';
  const language = locale.split('-')[0]!;
  const near = Object.keys(text).find((tag) => tag.split('-')[0] === language);
  return text[locale] ?? (near ? text[near] : undefined) ?? text['*'] ?? Object.values(text)[0] ?? '';
}
