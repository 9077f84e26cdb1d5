// Numbers, times and names as people of a language write them.
import { texts } from './text.js';

/** @typedef {import('@fanfare/protocol').Report} Report */
/** @typedef {ReturnType<typeof createWords>} Words */

/**
 * @param {import('./text.js').Locale} locale
 * @param {string} zone
 */
export function createWords(locale, zone) {
  const text = texts[locale];
  const whole = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 3 });
  const money = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 2,
  });
  const round = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 0,
  });
  const brief = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 });
  /** @param {Intl.DateTimeFormatOptions} options */
  const format = (options) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, hourCycle: 'h23', ...options });
  const day = format({ month: 'numeric', day: 'numeric' });
  const hour = format({ hour: '2-digit' });
  const minute = format({ hour: '2-digit', minute: '2-digit' });
  const second = format({
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return {
    locale,
    text,
    /** @param {number} value */
    whole: (value) => whole.format(value),
    /** @param {number} value */
    brief: (value) => brief.format(value),
    /** @param {number | null} value */
    percent: (value) => (value === null ? '–' : percent.format(value)),
    /** @param {number | null} fen */
    money: (fen) => (fen === null ? '–' : money.format(fen / 100)),
    /** In whole yuan where it is much. @param {number | null} fen */
    roundMoney: (fen) => (fen === null ? '–' : (fen < 100_000 ? money : round).format(fen / 100)),
    /** @param {string} time */
    moment: (time) => second.format(Date.parse(time)),
    /** @param {string} time */
    clock: (time) => minute.format(Date.parse(time)),
    /** @param {string} time The start of a half-day. */
    halfDay: (time) => {
      const at = Date.parse(time);
      return `${day.format(at)} ${Number.parseInt(hour.format(at), 10) < 12 ? text.morning : text.afternoon}`;
    },
    /** @param {Record<string, string> | undefined} title */
    title: (title) => title?.[locale] ?? title?.['*'] ?? Object.values(title ?? {})[0] ?? '',
    /** @param {Pick<Report['channels'][number], 'id' | 'title'>} channel */
    channel({ id, title }) {
      if (id === null) return text.direct;
      return this.title(title) || (id === '' ? text.others : id);
    },
  };
}
