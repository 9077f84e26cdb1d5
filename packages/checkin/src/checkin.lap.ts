// The stations of a lap: its days in order, with the milestones where they can be reached at the earliest.
import type { Checkin, PublicCheckin } from '@fanfare/protocol';
import { addDays } from '@fanfare/protocol/day';
import type { World } from './checkin.world.js';

/** `missed` can be made up, `lost` cannot. */
export type DayState = 'done' | 'made_up' | 'missed' | 'lost' | 'today' | 'coming';

export interface Station {
  /** 1, 2, 3 ... */
  place: number;
  /** Absent before the lap's first check-in. */
  day?: string | undefined;
  state: DayState;
  milestone?: PublicCheckin['milestones'][number] | undefined;
}

export interface Lap {
  lap: number;
  /** Days done of it. */
  done: number;
  stations: Station[];
  /** Its last day is checked in. */
  isOver: boolean;
}

/** What a day is to the participant. */
export function dayStateOf(day: string, checkin: Checkin | undefined, today: string): DayState {
  const done = checkin?.days.find((one) => one.day === day);
  if (done) return done.kind === 'make_up' ? 'made_up' : 'done';
  if (checkin?.missed.includes(day)) return 'missed';
  return day === today ? 'today' : day > today ? 'coming' : 'lost';
}

/** The lap that today belongs to. */
export function lapOf({ plan, checkin, today, phase }: World): Lap {
  const { lap_days: length, milestones } = plan!;
  const { lap = 1, lap_day = 0, lap_from, lap_to } = checkin ?? {};
  // After the activity the last lap stays as it was, and nothing is to come.
  const isEnded = phase === 'ended';
  const isPast = !!lap_to && today > lap_to && !isEnded;
  const from = isPast ? undefined : lap_from;
  const done = isPast ? 0 : lap_day;
  let reachable = 0;
  const stations = Array.from({ length }, (_, index): Station => {
    const day = from && addDays(from, index);
    const known = day ? dayStateOf(day, checkin, today) : index === 0 ? 'today' : 'coming';
    const state = isEnded && (known === 'today' || known === 'coming') ? 'lost' : known;
    const counts = state !== 'missed' && state !== 'lost';
    if (counts) reachable++;
    const milestone = counts ? milestones.find((one) => one.day === reachable) : undefined;
    return { place: index + 1, day, state, milestone };
  });
  const last = stations[length - 1]?.state;
  return {
    lap: isPast ? lap + 1 : lap,
    done,
    stations,
    isOver: last === 'done' || last === 'made_up',
  };
}
