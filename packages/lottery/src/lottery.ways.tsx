// How to get a chance: by what the activity offers, or by a one-time code.
import { localize, type Translate } from '@fanfare/core';
import type { PublicLottery } from '@fanfare/protocol';
import type { LaterKey } from './lottery.later-text.js';

interface WaysProps {
  t: Translate<LaterKey>;
  ways: PublicLottery['ways'];
  locale: string;
}

export const Ways = ({ t, ways, locale }: WaysProps) => (
  <section class="list" part="ways">
    <h3>{t('ways')}</h3>
    <ul>
      {ways.map(({ id, title, chances, url }) => {
        const words = localize(title, locale);
        return (
          <li key={id}>
            <span class="what">
              {url ? (
                <a href={url} target="_blank" rel="noopener">
                  {words}
                </a>
              ) : (
                words
              )}
            </span>
            <span class="badge">{t('grants', { n: chances })}</span>
          </li>
        );
      })}
    </ul>
  </section>
);

interface CodeFormProps {
  t: Translate<LaterKey>;
  onCode(code: string): void;
}

export function CodeForm({ t, onCode }: CodeFormProps) {
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const code = (event.currentTarget as HTMLFormElement).querySelector('input')!.value.trim();
    if (code) onCode(code);
  };
  return (
    <form class="list code" part="code" onSubmit={onSubmit}>
      <label>
        <span>{t('codeLabel')}</span>
        <input
          name="code"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={64}
          required
        />
      </label>
      <button type="submit" class="main">
        {t('codeUse')}
      </button>
    </form>
  );
}
