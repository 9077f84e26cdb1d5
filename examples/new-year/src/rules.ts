// The rules as disclosures, in the activity's own words.
import { type Activity, localize } from '@fanfare/core';
import type { Language } from './language.js';
import { make } from './make.js';

/** Keeps the sections in step with definition and language; those that a reader opened stay open. */
export function showRules(activity: Activity, language: Language): void {
  const list = document.querySelector('.rule-list')!;
  const show = () => {
    const open = new Set([...list.querySelectorAll('details[open]')].map(({ id }) => id));
    const rules = activity.definition.value?.rules ?? [];
    list.replaceChildren(
      ...rules.map(({ id, title, body }) =>
        make(
          'details',
          { id: `rule-${id}`, open: open.has(`rule-${id}`) },
          make('summary', {}, localize(title, language.locale)),
          make('p', {}, localize(body, language.locale)),
        ),
      ),
    );
  };
  activity.definition.subscribe(show);
  language.follow(show);
}
