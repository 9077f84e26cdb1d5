// The dates that are still to come, as a calendar takes them.
import type { PublicActivity } from '@fanfare/protocol';
import type { CalendarEntry } from './countdown.config.js';
import type { Item } from './countdown.schedule.js';
import type { CountdownState } from './countdown.state.js';

/** @param title What a countdown that stands alone counts to. */
export function datesOf(
  state: CountdownState,
  activity: PublicActivity | undefined,
  inWords: (text: Item['title'] | undefined) => string,
  title: string,
): CalendarEntry[] {
  const id = (part: string | number) => `${activity?.id ?? 'countdown'}-${part}`;
  if (state.phase === 'counting' && state.aim.toward !== 'end') {
    const { toward, at } = state.aim;
    const isStart = toward === 'start';
    return [
      {
        id: id(isStart ? toward : at),
        title: isStart ? inWords(activity?.title) : title,
        startAt: at,
        url: activity?.landing,
      },
    ];
  }
  if (state.phase === 'ended' && state.next?.start_at) {
    const { title, start_at, url } = state.next;
    return [{ id: id('next'), title: inWords(title), startAt: Date.parse(start_at), url }];
  }
  if (state.phase !== 'schedule') return [];
  return state.items
    .filter(({ standing }) => standing === 'next' || standing === 'upcoming')
    .map((item) => ({
      id: id(item.id || item.startAt),
      title: inWords(item.title),
      startAt: item.startAt,
      endAt: item.kind === 'session' ? item.endAt : undefined,
      url: item.url ?? activity?.landing,
    }));
}
