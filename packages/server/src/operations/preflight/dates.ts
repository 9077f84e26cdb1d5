// Are the dates those of a launch that is still to come, and does everything happen between them?
import type { Definition } from '@fanfare/protocol';
import { type Finding, finding } from './finding.js';

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 92;

/** A moment as people of the activity's zone say it. */
export const timeIn = (zone: string, at: number): string =>
  new Intl.DateTimeFormat('en', {
    timeZone: zone,
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(at);

/** @param now Unix ms. */
export function datesOf({ schedule, sessions, lottery, zone }: Definition, now: number): Finding[] {
  const [start, end] = [Date.parse(schedule.start_at), Date.parse(schedule.end_at)];
  const days = Math.ceil((end - start) / DAY_MS);
  const isWithin = (at: string) => Date.parse(at) >= start && Date.parse(at) <= end;
  const outside = sessions.filter((one) => !isWithin(one.start_at) || !isWithin(one.end_at));
  const unready = (lottery?.prizes ?? []).filter(({ from }) => from !== undefined && !isWithin(from));
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).join(', ');
  return [
    finding('dates.start', 'operator', start > now, {
      pass: `starts ${timeIn(zone, start)} (${zone}), in ${Math.ceil((start - now) / 3_600_000)} hours`,
      fail: `started ${timeIn(zone, start)} (${zone}) already. Set schedule.start_at to the launch.`,
    }),
    finding('dates.length', 'operator', days <= LONGEST_DAYS, {
      pass: `ends ${timeIn(zone, end)}, after ${days} days`,
      fail: `lasts ${days} days, until ${timeIn(zone, end)}. Reports cover ${LONGEST_DAYS}; is schedule.end_at a slip?`,
    }),
    finding('dates.sessions', 'operator', outside.length === 0, {
      pass: `${sessions.length} sessions, all between start and end`,
      fail: `sessions outside start and end: ${ids(outside)}. Nobody can draw in them.`,
    }),
    finding('dates.prizes', 'prizes', unready.length === 0, {
      pass: 'every prize can be won between start and end',
      fail: `never to be won, since "from" is outside start and end: ${ids(unready)}. Move it.`,
    }),
  ];
}
