// bigint columns hold counts, money and unix milliseconds: all far inside what a JavaScript number holds exactly.

/** The type id of `bigint` (int8) on the wire. */
export const INT8 = 20;

/** Reads a bigint as a number, and refuses one that a number could not hold exactly instead of rounding it. */
export function parseInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`[fanfare/server] the number ${text} is too large.`);
  return value;
}
