// The days of a lap as stations, with gifts where milestones are.
import { localize, type Translate } from '@fanfare/core';
import { GIFT } from './checkin.gift.js';
import type { DayState, Lap } from './checkin.lap.js';
import type { PlayKey } from './checkin.play-text.js';

const TICK = 'M5 12.5l5 5L19.5 7';
const DASH = 'M8 12h8';
const DOT = 'M12 11.9v.2';

function pathOf(state: DayState, hasGift: boolean): string {
  if (state === 'done' || state === 'made_up') return TICK;
  if (hasGift) return GIFT;
  return state === 'missed' || state === 'lost' ? DASH : DOT;
}

interface StationsProps {
  lap: Lap;
  t: Translate<PlayKey>;
  locale: string;
  /** Somebody wants to make up a missed day; absent while that cannot be done. */
  onMissed?: ((day: string) => void) | undefined;
}

export const Stations = ({ lap, t, locale, onMissed }: StationsProps) => (
  <ol class="stations" part="stations">
    {lap.stations.map(({ place, day, state, milestone }) => {
      const isReached = !!milestone && lap.done >= milestone.day;
      const gift =
        milestone && t('gift', { name: localize(milestone.name, locale), n: milestone.points ?? 0 });
      const words = [
        t('place', { n: place }),
        t(state === 'done' ? 'stamped' : state),
        ...(gift ? [gift] : []),
        ...(isReached ? [t('reached')] : []),
      ].join(', ');
      const face = (
        <>
          <span class="hush">{words}</span>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d={pathOf(state, !!milestone)} />
          </svg>
          <span aria-hidden="true">{place}</span>
        </>
      );
      const looks = `station is-${state}${milestone ? ' has-gift' : ''}`;
      return (
        <li key={place} class={looks} part="station" aria-current={state === 'today' ? 'date' : undefined}>
          {state === 'missed' && day && onMissed ? (
            <button type="button" onClick={() => onMissed(day)}>
              {face}
            </button>
          ) : (
            <div>{face}</div>
          )}
        </li>
      );
    })}
  </ol>
);
