// What the person has won: the latest first, all of it on demand.
import { localize, type Translate } from '@fanfare/core';
import { momentIn } from './lottery.date.js';
import { ICONS } from './lottery.icons.js';
import type { LaterKey } from './lottery.later-text.js';
import { Picture } from './lottery.picture.js';
import type { World } from './lottery.world.js';

interface RewardsProps {
  t: Translate<LaterKey>;
  world: World;
  locale: string;
  showsAll: boolean;
  onShowAll(): void;
}

const LATEST = 2;

export function Rewards({ t, world: { rewards, zone }, locale, showsAll, onShowAll }: RewardsProps) {
  const newest = [...rewards].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const shown = showsAll ? newest : newest.slice(0, LATEST);
  return (
    <section class="list" part="rewards" aria-labelledby="mine">
      <h3 id="mine" tabIndex={-1}>
        {t('mine')}
      </h3>
      <ul>
        {shown.map(({ id, name, kind, image, state, claim_by }) => (
          <li key={id}>
            <Picture icon={ICONS[kind]} image={image} />
            <span class="what">{localize(name, locale)}</span>
            <span class="note">
              <span class={`state ${state}`}>{t(state)}</span>
              {state === 'pending' && claim_by && (
                <span>{t('claimBy', { time: momentIn(zone, locale, claim_by) })}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {shown.length < newest.length && (
        <button type="button" class="link" onClick={onShowAll}>
          {t('all', { n: newest.length })}
        </button>
      )}
    </section>
  );
}
