// Cards below the stations: why something was refused, multipliers, the group, the end of a lap. Loaded when there
// is one of them to show.
import { localize } from '@fanfare/core';
import type { h } from 'preact';
import { lapOf } from './checkin.lap.js';
import css from './checkin.news.css?inline';
import { type NewsKey, newsText } from './checkin.news-text.js';
import { factorOf } from './checkin.streak.js';
import type { LaterProps } from './checkin.view-props.js';
import { comingMultipliers, gateOf, hasTomorrow, isDone } from './checkin.world.js';

export { css };

const isKey = (code: string): code is NewsKey => code in newsText.en;

function News({ config, state, actions, t, locale }: LaterProps) {
  const { world, ask } = state;
  const { plan, checkin } = world;
  const more = t.with(newsText);
  const lap = lapOf(world);
  const factor = factorOf(world);
  const group = config.group && checkin?.group;
  const isOpen = gateOf(world) === 'ready' || gateOf(world) === 'done';
  return (
    <div class="news" part="news">
      {ask.phase === 'refused' && (
        <div class="card is-alert" role="alert">
          <p>{more(isKey(ask.code) ? ask.code : 'other')}</p>
          <button type="button" class="plain" onClick={actions.dismiss}>
            {more('close')}
          </button>
        </div>
      )}
      {lap.isOver && (
        <section class="card is-over" part="lap-end">
          <h3>{more('over', { lap: lap.lap })}</h3>
          {hasTomorrow(world) && <p>{more('next', { n: lap.done, next: lap.lap + 1 })}</p>}
          {plan!.offer && (
            <p>
              {localize(plan!.offer.title, locale)}{' '}
              {plan!.offer.url && (
                <a href={plan!.offer.url} target="_blank" rel="noopener">
                  {more('offer')}
                </a>
              )}
            </p>
          )}
        </section>
      )}
      {comingMultipliers(world).map(({ id, title, factor: worth }) => (
        <p key={id} class="card is-line">
          <b class="times">×{worth}</b>
          <span>
            {localize(title, locale)}
            {isOpen && factor === worth && (
              <small>{more(isDone(world) ? 'counted' : 'applies', { n: worth })}</small>
            )}
          </span>
        </p>
      ))}
      {group && (
        <section class="card" part="group">
          <h3>{localize(group.title, locale)}</h3>
          <progress
            value={group.done_today}
            max={Math.max(1, group.members)}
            aria-label={more('doneToday', { n: group.done_today })}
          />
          <p class="ends-of">
            <span>{more('doneToday', { n: group.done_today })}</span>
            <span>{more('members', { n: group.members })}</span>
          </p>
        </section>
      )}
    </div>
  );
}

/** The part's view; see Part of core. */
export const draw = (create: typeof h, props: LaterProps) => create(News, props);
