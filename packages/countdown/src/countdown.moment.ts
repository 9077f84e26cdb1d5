// Times in words, in the zone of the activity.

const format = (locale: string, zone: string, options: Intl.DateTimeFormatOptions) => {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: zone || undefined });
  } catch {
    // A zone or language that this device does not know: its own will do, and it is named.
    return new Intl.DateTimeFormat(undefined, options);
  }
};

/** `1月1日周五`, `Friday, January 1`. */
export const dayIn = (at: number, locale: string, zone: string): string =>
  format(locale, zone, { month: 'long', day: 'numeric', weekday: 'short' }).format(at);

/** `20:00`. */
export const hourIn = (at: number, locale: string, zone: string): string =>
  format(locale, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

/** `中国标准时间`, `China Standard Time`; it may differ from summer to winter. */
export const zoneIn = (at: number, locale: string, zone: string): string =>
  format(locale, zone, { timeZoneName: 'long' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone;

/** Day, hour and zone. */
export const momentIn = (at: number, locale: string, zone: string): string =>
  `${dayIn(at, locale, zone)} ${hourIn(at, locale, zone)} (${zoneIn(at, locale, zone)})`;
