// Where points came from and went, and what was got for them.
import { localize, type Translate } from '@fanfare/core';
import type { Points, PublicShop, Reward } from '@fanfare/protocol';
import { type MallKey, mallText } from './checkin.mall-text.js';
import { momentIn } from './checkin.time.js';

interface Words {
  t: Translate<MallKey>;
  locale: string;
}

const REASONS = ['checkin', 'milestone', 'make_up', 'draw', 'tier', 'shop'];
const isReason = (reason: string): reason is MallKey => REASONS.includes(reason) && reason in mallText.en;

interface HistoryProps extends Words {
  points: Points;
  items: PublicShop['items'];
  zone: string;
}

export const History = ({ points, items, zone, t, locale }: HistoryProps) => (
  <section part="history">
    <h3>{t('history')}</h3>
    {points.history.length === 0 && <p class="note">{t('empty')}</p>}
    <ul class="lines">
      {points.history.map(({ id, at, change, reason, subject }) => (
        <li key={id}>
          <span>
            {t(isReason(reason) ? reason : 'other')} {reason === 'shop' && nameOf(items, subject, locale)}
            <small>{momentIn(at, locale, zone)}</small>
          </span>
          <b>{change > 0 ? `+${change}` : `−${-change}`}</b>
        </li>
      ))}
    </ul>
  </section>
);

const nameOf = (items: PublicShop['items'], subject: string | undefined, locale: string) =>
  localize(items.find(({ id }) => id === subject)?.name, locale);

export function Mine({ rewards, t, locale }: Words & { rewards: readonly Reward[] }) {
  const mine = rewards.filter(({ source }) => source === 'shop');
  if (mine.length === 0) return null;
  return (
    <section part="mine">
      <h3>{t('mine')}</h3>
      <ul class="lines">
        {mine.map(({ id, name, state, receipt }) => (
          <li key={id}>
            <span>
              {localize(name, locale)}
              <small>{t('receipt', { receipt })}</small>
            </span>
            <b>{t(state)}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}
