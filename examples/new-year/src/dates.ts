// Times in the activity's zone, wherever the reader is.

/** `2月18日 19:30`, `18 February, 19:30`. */
export const dayOf = (time: number, zone: string, locale: string): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    timeZone: zone,
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(time);
