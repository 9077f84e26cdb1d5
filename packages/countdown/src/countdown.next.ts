// What comes after the end.
import type { ActivityBase } from '@fanfare/protocol';
import type { h } from 'preact';
import { momentIn } from './countdown.moment.js';
import type { Words } from './countdown.sessions.js';

export function drawNext(
  create: typeof h,
  { title, start_at, url }: NonNullable<ActivityBase['next']>,
  { t, locale, zone, inWords }: Words,
) {
  return create(
    'div',
    { class: 'after', part: 'next' },
    create('p', { class: 'tag' }, t('next')),
    create('p', { class: 'title', part: 'next-title' }, inWords(title)),
    start_at &&
      create(
        'p',
        { class: 'note' },
        create('time', { dateTime: start_at }, momentIn(Date.parse(start_at), locale, zone)),
      ),
    url && create('a', { class: 'button', part: 'open', href: url }, t('open')),
  );
}
