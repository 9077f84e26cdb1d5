// Hands dates to a person: a calendar file, or text where a page cannot save files.
import type { CalendarEntry, CountdownConfig } from './countdown.config.js';
import { calendarOf } from './countdown.ics.js';
import { momentIn } from './countdown.moment.js';
import type { Reminder } from './countdown.state.js';

/** Slow phones read the file some time after the tap. */
const KEPT_MS = 60_000;

/** How times are put into words. */
export interface Manner {
  locale: string;
  /** IANA zone; empty for the device's. */
  zone: string;
}

/** By the host's own reminder, as a calendar file, or as text in WeChat, which ignores downloads. */
export function giveDates(
  entries: CalendarEntry[],
  { remind, remindMinutes }: CountdownConfig,
  { locale, zone }: Manner,
): Reminder {
  if (remind) {
    remind(entries);
    return { kind: 'host' };
  }
  if (/MicroMessenger/i.test(navigator.userAgent)) {
    const told = entries.map(({ title, startAt, url }) =>
      [title, momentIn(startAt, locale, zone), url].filter(Boolean).join('\n'),
    );
    return { kind: 'text', text: told.join('\n\n') };
  }
  save(calendarOf(entries, remindMinutes, Date.now()), `${entries[0]?.id ?? 'calendar'}.ics`);
  return { kind: 'file' };
}

function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

/** Whether it worked; old web views lack the clipboard, or refuse it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    field.readOnly = true;
    document.body.append(field);
    field.select();
    const isCopied = document.execCommand('copy');
    field.remove();
    return isCopied;
  }
}
