// The lines of the stage.
import { localize, type Translate } from '@fanfare/core';
import type { PlayKey } from './checkin.play-text.js';
import type { CheckinState } from './checkin.state.js';
import { streakOf } from './checkin.streak.js';
import type { CheckinKey } from './checkin.text.js';
import { hourIn, zoneIn } from './checkin.time.js';
import { gateOf, type World } from './checkin.world.js';

type T = Translate<PlayKey>;

/** What is going on, in one line; announced. */
export function wordsForState(
  { world, ask }: CheckinState,
  t: T,
  locale: string,
  gates: Translate<CheckinKey>,
): string {
  switch (ask.phase) {
    case 'asking':
    case 'refused':
      return t(ask.phase);
    case 'failed':
      return t(ask.code === 'offline' ? 'offline' : 'failed');
    case 'done':
      return ask.gain < 0 ? t('spent', { n: -ask.gain }) : t('gained', { n: ask.gain });
    case 'rest': {
      const gate = gateOf(world);
      return gate === 'paused' && world.notice ? localize(world.notice, locale) : gates(gate);
    }
  }
}

/** Days in a row, or kind words when the row was broken; nothing before the first day. */
export function wordsForStreak(world: World, t: T): string {
  const n = streakOf(world);
  if (n > 0) return t('streak', { n });
  return world.checkin?.days.length && world.phase !== 'ended' ? t('broken') : '';
}

/** When today ends, in the activity's zone, and where the device shows another hour, in its own too. */
export function wordsForEnd({ checkin, zone, isNewDay }: World, t: T, locale: string): string {
  if (!checkin || isNewDay) return '';
  const last = Date.parse(checkin.day_ends_at) - 1;
  const time = hourIn(last, locale, zone);
  const here = hourIn(last, locale);
  return (
    t('ends', { time, zone: zoneIn(last, locale, zone) }) + (here === time ? '' : t('endsHere', { here }))
  );
}
