// The page's language: the address or the last choice, then a button. The widgets follow the activity's locale.
import { type Locale, pageText, type TextKey } from './page.text.js';

export interface Language {
  readonly locale: Locale;
  choose(locale: Locale): void;
  /** Calls back now and after every change. */
  follow(listener: (locale: Locale) => void): void;
}

const KEY = 'new-year.locale';

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function remember(locale: Locale): void {
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    // Blocked storage: the choice lasts until the page goes.
  }
}

function translate(locale: Locale): void {
  const words = pageText[locale];
  document.documentElement.lang = locale;
  document.title = `${words.bank} ${words.titleFirst}${locale === 'en' ? ' ' : ''}${words.titleSecond}`;
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]'))
    element.textContent = words[element.dataset.text as TextKey];
  for (const element of document.querySelectorAll<HTMLElement>('[data-label]'))
    element.setAttribute('aria-label', words[element.dataset.label as TextKey]);
  for (const element of document.querySelectorAll<HTMLElement>('[data-alt]'))
    element.setAttribute('alt', words[element.dataset.alt as TextKey]);
}

/** @param provider Gets the locale as its attribute, for every widget inside. */
export function createLanguage(provider: HTMLElement): Language {
  const listeners: ((locale: Locale) => void)[] = [];
  const button = document.querySelector<HTMLButtonElement>('.language')!;
  const wanted = new URLSearchParams(location.search).get('lang') ?? remembered();
  let locale: Locale = wanted === 'en' ? 'en' : 'zh-CN';

  const apply = () => {
    translate(locale);
    provider.setAttribute('locale', locale);
    button.lang = locale === 'en' ? 'zh-CN' : 'en';
    button.textContent = locale === 'en' ? '中文' : 'English';
    for (const listener of listeners) listener(locale);
  };
  const choose = (next: Locale) => {
    locale = next;
    remember(next);
    apply();
  };
  button.addEventListener('click', () => choose(locale === 'en' ? 'zh-CN' : 'en'));
  apply();

  return {
    get locale() {
      return locale;
    },
    choose,
    follow(listener) {
      listeners.push(listener);
      listener(locale);
    },
  };
}
