/** The odds of a prize as a percentage, with as many digits as it takes to tell them from 0 and from 1. */
export function oddsOf(weight: number, total: number, locale: string): string {
  const odds = weight / total;
  const small = Math.min(odds, 1 - odds) * 100;
  const digits = small > 0 ? Math.min(8, Math.max(0, Math.ceil(-Math.log10(small)) + 2)) : 0;
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(odds);
}
