import type { Translate } from '@fanfare/core';
import type { LaterKey } from './invite.later-text.js';

/** The rules in the operator's words, a paragraph a line. */
export const Rules = ({ t, text }: { t: Translate<LaterKey>; text: string }) => (
  <details class="rules" part="rules">
    <summary>{t('rules')}</summary>
    {text.split('\n').map((line, at) => (
      <p key={at}>{line}</p>
    ))}
  </details>
);
