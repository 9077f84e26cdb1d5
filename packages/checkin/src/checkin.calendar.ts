// A month as weeks of day keys, and where an arrow key leads.
import { addDays } from '@fanfare/protocol/day';

/** `2027-01` of `2027-01-31`. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** A month later, or earlier for a negative count. */
export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + count)).toISOString().slice(0, 7);
}

/** The last day of a month. */
export const lastDayOf = (month: string): string => addDays(`${addMonths(month, 1)}-01`, -1);

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (day: string): number => new Date(Date.parse(day)).getUTCDay();

/**
 * The weeks of a month; places before its first and after its last day are null.
 *
 * @param firstWeekday 0 for Sunday to 6 for Saturday.
 */
export function weeksOf(month: string, firstWeekday: number): (string | null)[][] {
  const first = `${month}-01`;
  const before = (weekdayOf(first) - firstWeekday + 7) % 7;
  const count = Number(lastDayOf(month).slice(8));
  const weeks: (string | null)[][] = [];
  for (let start = -before; start < count; start += 7)
    weeks.push(
      Array.from({ length: 7 }, (_, place) => {
        const index = start + place;
        return index >= 0 && index < count ? addDays(first, index) : null;
      }),
    );
  return weeks;
}

/**
 * The day that a key leads to from another; undefined for keys that do not move. Never leaves `from` to `to`.
 *
 * @param key `KeyboardEvent.key`.
 * @param isRtl Whether the next day stands to the left.
 */
export function dayAfterKey(
  key: string,
  day: string,
  { firstWeekday, from, to, isRtl }: { firstWeekday: number; from: string; to: string; isRtl: boolean },
): string | undefined {
  const place = (weekdayOf(day) - firstWeekday + 7) % 7;
  const forward = isRtl ? -1 : 1;
  const steps: Record<string, number> = {
    ArrowLeft: -forward,
    ArrowRight: forward,
    ArrowUp: -7,
    ArrowDown: 7,
    Home: -place,
    End: 6 - place,
  };
  const months: Record<string, number> = { PageUp: -1, PageDown: 1 };
  let next: string;
  if (steps[key] !== undefined) next = addDays(day, steps[key]);
  else if (months[key] !== undefined) {
    const month = addMonths(monthOf(day), months[key]);
    const last = lastDayOf(month);
    const same = month + day.slice(7);
    next = [same, last].sort()[0]!;
  } else return undefined;
  return next < from ? from : next > to ? to : next;
}

/** Where a week begins for readers of a language: on Sunday in English and Arabic, else on Monday. */
export const firstWeekdayOf = (locale: string): number => (/^(en|ar|he)\b/.test(locale) ? 0 : 1);
