// Times in words, in the zone of the activity.

/** Making one takes longer than drawing a week with it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, timeZone: string | undefined, options: Intl.DateTimeFormatOptions) {
  const name = JSON.stringify([locale, timeZone, options]);
  const known = formats.get(name) ?? make(locale, timeZone, options);
  formats.set(name, known);
  return known;
}

function make(locale: string, timeZone: string | undefined, options: Intl.DateTimeFormatOptions) {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone });
  } catch {
    // A zone or language that this device does not know: its own will do, and it is named.
    return new Intl.DateTimeFormat(undefined, options);
  }
}

/** `23:59`; without a zone, the device's. */
export const hourIn = (at: number, locale: string, zone?: string): string =>
  format(locale, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

/** `中国标准时间`, `China Standard Time`. */
export const zoneIn = (at: number, locale: string, zone: string): string =>
  format(locale, zone, { timeZoneName: 'long' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone;

/** Words for many day keys: one formatter, made once. */
export function dayWords(locale: string, options: Intl.DateTimeFormatOptions): (key: string) => string {
  // A day key is a date without a zone: UTC takes it as it stands.
  const words = format(locale, 'UTC', options);
  return (key) => words.format(Date.parse(key));
}

/** `Jan 1, 20:00`, in the zone given. */
export const momentIn = (at: string, locale: string, zone: string): string =>
  format(locale, zone, {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(Date.parse(at));
