// What a page may say on the script tag itself.

/** `data-activity`, `data-endpoint`, ... of the script tag. */
export interface Settings {
  /** Tags are `<PREFIX-lottery>`: for a second version on a page that has one. @default "fanfare" */
  prefix: string;
  /** The page's activity: widgets outside any `<fanfare-activity>` stand on it. Needs `endpoint`. */
  activity?: string | undefined;
  /** Base URL of the backend of `activity`. */
  endpoint?: string | undefined;
  channel?: string | undefined;
  locale?: string | undefined;
}

/** Reads the settings from a script tag; without one they are the defaults. */
export function readSettings(script: Element | null | undefined): Settings {
  const data = (script as HTMLElement | null | undefined)?.dataset ?? {};
  const { prefix, activity, endpoint, channel, locale } = data;
  return { prefix: prefix || 'fanfare', activity, endpoint, channel, locale };
}
