// The prizes as a list: names in full, stock labels, published odds.
import { localize, type Translate } from '@fanfare/core';
import { ICONS } from './lottery.icons.js';
import type { LaterKey } from './lottery.later-text.js';
import { oddsOf } from './lottery.odds.js';
import { Picture } from './lottery.picture.js';
import type { World } from './lottery.world.js';

interface PrizesProps {
  t: Translate<LaterKey>;
  world: World;
  locale: string;
}

export function Prizes({ t, world, locale }: PrizesProps) {
  const { prizes = [], total_weight: total } = world.lottery ?? {};
  const hasOdds = !!total && prizes.some(({ weight }) => weight !== undefined);
  return (
    <section class="list" part="prizes">
      <ul>
        {prizes.map(({ id, name, kind, image, weight }) => {
          const stock = world.stock.find(({ prize }) => prize === id);
          return (
            <li key={id}>
              <Picture icon={ICONS[kind]} image={image} />
              <span class="what">{localize(name, locale)}</span>
              <span class="note">
                {stock && (
                  <span class={`stock ${stock.label}`}>
                    {stock.left && stock.label !== 'out' ? t('left', { n: stock.left }) : t(stock.label)}
                  </span>
                )}
                {hasOdds && weight !== undefined && (
                  <span>{t('odds', { percent: oddsOf(weight, total, locale) })}</span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {!hasOdds && <p class="note">{t('noOdds')}</p>}
    </section>
  );
}
