// The rehearsal's time in words: of the activity's zone, which is named.

/** E.g. `1月1日 周五 20:00:05 GMT+8`. */
export function timeIn(zone: string, locale: string, at: number): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(at);
}
