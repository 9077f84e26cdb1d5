// Tables as CSV (RFC 4180) that spreadsheets open as they are and run no part of.

/** One cell: a text, a number, or nothing. */
export type Cell = string | number | boolean | null | undefined;

/** What a spreadsheet may take for a formula: also after spaces, and in full-width form. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\uff0b\uff0d\uff1d\uff20]|^[\t\r\n]/u;

function cellOf(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null || cell === undefined ? '' : String(cell);
  const text = cell.replaceAll('\0', '');
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV, the first one being the head; with a byte order mark, so that spreadsheets read Chinese right. */
export const toCsv = (rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(cellOf).join()}\r\n`).join('')}`;
