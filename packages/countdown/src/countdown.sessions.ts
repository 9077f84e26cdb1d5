// The list of a schedule: day by day, each line with where it stands.
import type { Translate } from '@fanfare/core';
import type { h } from 'preact';
import type { LaterKey } from './countdown.later-text.js';
import { dayIn, hourIn, zoneIn } from './countdown.moment.js';
import type { Item } from './countdown.schedule.js';

/** How to put things into words. */
export interface Words {
  t: Translate<LaterKey>;
  locale: string;
  /** IANA zone; empty for the device's. */
  zone: string;
  inWords(text: Item['title'] | undefined): string;
}

export function drawSessions(create: typeof h, items: readonly Item[], words: Words) {
  const { t, locale, zone } = words;
  const days = new Map<string, Item[]>();
  for (const item of items) {
    const day = dayIn(item.startAt, locale, zone);
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  const isOpen = items.some(({ standing }) => standing !== 'over');
  return create(
    'div',
    { class: 'sessions', part: 'sessions' },
    !isOpen && create('p', { class: 'title' }, t('allOver')),
    [...days].map(([day, lines]) => [
      create('p', { class: 'day', part: 'day' }, day),
      create(
        'ol',
        {},
        lines.map((item) => drawLine(create, item, words)),
      ),
    ]),
    create(
      'p',
      { class: 'note', part: 'zone' },
      t('zone', { zone: zoneIn(items[0]!.startAt, locale, zone) }),
    ),
  );
}

function drawLine(create: typeof h, item: Item, { t, locale, zone, inWords }: Words) {
  const { kind, standing, startAt, endAt, url } = item;
  const title = inWords(item.title);
  const hour = (at: number) =>
    create('time', { dateTime: new Date(at).toISOString() }, hourIn(at, locale, zone));
  return create(
    'li',
    { class: `line ${kind} ${standing}`, part: `line ${kind} ${standing}` },
    create('span', { class: 'when' }, hour(startAt), kind === 'session' && ['–', hour(endAt)]),
    create(
      'span',
      { class: 'what' },
      url ? create('a', { href: url, part: 'link' }, title) : title,
      item.host && create('small', {}, inWords(item.host)),
    ),
    create('span', { class: 'chip', part: 'chip' }, t(standing)),
  );
}
