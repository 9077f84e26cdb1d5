// What comes after this activity; its section shows when this one has ended.
import { type Activity, localize } from '@fanfare/core';
import { dayOf } from './dates.js';
import type { Language } from './language.js';

export function showNext(activity: Activity, language: Language): void {
  const section = document.querySelector<HTMLElement>('.next')!;
  const link = section.querySelector<HTMLAnchorElement>('.next-link')!;
  const show = () => {
    const { next, zone } = activity.definition.value ?? {};
    section.classList.toggle('has-next', Boolean(next));
    if (!next || !zone) return;
    section.querySelector('.next-title')!.textContent = localize(next.title, language.locale);
    section.querySelector('.next-date')!.textContent = next.start_at
      ? dayOf(Date.parse(next.start_at), zone, language.locale)
      : '';
    link.hidden = !next.url;
    if (next.url) link.href = next.url;
  };
  activity.definition.subscribe(show);
  language.follow(show);
}
