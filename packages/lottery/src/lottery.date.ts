/** A moment in words, in the activity's zone, which is named: `Dec 31, 8:00 PM GMT+8`. */
export const momentIn = (zone: string, locale: string, time: string): string =>
  new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(time));
