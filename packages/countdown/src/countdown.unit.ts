// How a time that is left is told in units.

export const UNITS = ['days', 'hours', 'minutes', 'seconds'] as const;
export type Unit = (typeof UNITS)[number];

const LENGTH_MS: Record<Unit, number> = {
  days: 86_400_000,
  hours: 3_600_000,
  minutes: 60_000,
  seconds: 1000,
};

/** With this much left, or less, the seconds no longer make up a day. */
export const NO_DAY_MS = LENGTH_MS.days - LENGTH_MS.seconds;

/** The units that are shown while `left` ms remain; never none. */
export function unitsFor(left: number, largest: Unit | 'auto', smallest: Unit): readonly Unit[] {
  const last = UNITS.indexOf(smallest);
  const first = largest === 'auto' ? Number(left <= NO_DAY_MS) : UNITS.indexOf(largest);
  return UNITS.slice(Math.min(first, last), last + 1);
}

/**
 * Tells `write` the count of each unit. The last is rounded up: a timer shows 1 until the time has come, and the
 * sum of what it shows is never less than what is left.
 */
export function countUnits(
  left: number,
  units: readonly Unit[],
  write: (unit: Unit, count: number) => void,
): void {
  const grain = LENGTH_MS[units[units.length - 1]!];
  let rest = Math.max(0, Math.ceil(left / grain)) * grain;
  for (const unit of units) {
    const count = Math.floor(rest / LENGTH_MS[unit]);
    rest -= count * LENGTH_MS[unit];
    write(unit, count);
  }
}
