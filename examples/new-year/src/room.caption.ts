// What the live room says of itself, by the activity's clock.
import { localize } from '@fanfare/core';
import { dayOf } from './dates.js';
import { type Locale, say } from './page.text.js';

type Words = { [tag: string]: string };
interface Show {
  title: Words;
  host?: Words;
  start_at: string;
  end_at: string;
  url?: string;
}

export interface Caption {
  state: 'warmup' | 'onAir' | 'between' | 'ended';
  text: string;
  /** Where the show is seen that is on. */
  url?: string | undefined;
}

/** The show that is on at `now`, else the next one, else a word of thanks. */
export function captionAt(
  { sessions, zone, phase }: { sessions: readonly Show[]; zone: string; phase: string | undefined },
  now: number,
  locale: Locale,
): Caption {
  const on = sessions.find((show) => Date.parse(show.start_at) <= now && now < Date.parse(show.end_at));
  if (on)
    return {
      state: 'onAir',
      url: on.url,
      text: say(locale, 'nowPlaying', {
        title: localize(on.title, locale),
        host: on.host ? localize(on.host, locale) : say(locale, 'bank'),
      }),
    };
  const next = sessions.find((show) => Date.parse(show.start_at) > now);
  if (!next || phase === 'ended') return { state: 'ended', text: say(locale, 'thanks') };
  return {
    state: phase === 'warmup' ? 'warmup' : 'between',
    text: say(locale, 'upNext', {
      time: dayOf(Date.parse(next.start_at), zone, locale),
      title: localize(next.title, locale),
    }),
  };
}

/** How many are watching: a stand-in for the number that the live room itself would give. */
export function audienceAt(now: number): number {
  const step = Math.floor(now / 5000);
  return 152_000 + Math.round(9000 * Math.sin(step / 37) + 700 * Math.sin(step));
}
