// The prizes as cards, from the activity's public definition and its live stock labels.
import { type Activity, localize } from '@fanfare/core';
import type { Language } from './language.js';
import { make } from './make.js';
import { type Locale, say } from './page.text.js';

type Lottery = NonNullable<NonNullable<Activity['definition']['value']>['lottery']>;
type Prize = Lottery['prizes'][number];

const money = (fen: number, locale: Locale) =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'CNY',
    minimumFractionDigits: fen % 100 ? 2 : 0,
  }).format(fen / 100);

const share = (part: number, whole: number, locale: Locale) =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 3 }).format(part / whole);

function card(prize: Prize, { total_weight }: Lottery, stock: string | undefined, locale: Locale) {
  const label = stock === 'out' ? say(locale, 'gone') : stock === 'few' ? say(locale, 'few') : undefined;
  return make(
    'li',
    { class: 'prize', 'data-stock': stock },
    make('i', { class: 'prize-art', 'data-prize': prize.id, 'aria-hidden': 'true' }),
    make('b', {}, localize(prize.name, locale)),
    prize.value !== undefined && prize.kind !== 'points'
      ? make('span', {}, say(locale, 'worth', { money: money(prize.value, locale) }))
      : undefined,
    prize.weight !== undefined && total_weight
      ? make(
          'span',
          { class: 'prize-odds' },
          say(locale, 'odds', { odds: share(prize.weight, total_weight, locale) }),
        )
      : undefined,
    label ? make('em', {}, label) : undefined,
  );
}

/** Keeps the list in step with definition, stock and language. */
export function showPrizes(activity: Activity, language: Language): void {
  const list = document.querySelector('.prize-list')!;
  const show = () => {
    const lottery = activity.definition.value?.lottery;
    if (!lottery) return;
    const stock = new Map(activity.live.value?.stock.map(({ prize, label }) => [prize, label]));
    list.replaceChildren(
      ...lottery.prizes
        .filter(({ kind }) => kind !== 'none')
        .map((prize) => card(prize, lottery, stock.get(prize.id), language.locale)),
    );
  };
  activity.definition.subscribe(show);
  activity.live.subscribe(show);
  language.follow(show);
}
