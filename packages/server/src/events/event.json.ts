// Foreign JSON as it may be stored: mobile numbers masked, no key that reaches a prototype, no character that a text
// column refuses, and no deeper than anybody means it.

const DEEPEST = 16;
const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
/** A mainland mobile number that no other digit touches, with or without the country's code. */
const PHONE = /(^|\D)(?:(?:\+|00)?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g;
/** What no text without it needs a closer look for; in JSON, NUL and lone surrogates are escaped. */
const SUSPICIOUS = /\0|\p{Cs}|1[3-9]\d[- ]?\d{4}/u;
const SUSPICIOUS_JSON = /\\u(?:0000|d[89a-f])|__proto__|constructor|prototype|1[3-9]\d[- ]?\d{4}/i;

/** What takes a phone number's place. */
export const MASK = '[phone]';

/** Thrown for JSON that nests deeper than can be looked through. */
export class TooDeep extends Error {
  override name = 'TooDeep';
}

/** A text without NUL, lone surrogates and mobile numbers. */
export function cleanText(text: string): string {
  if (!SUSPICIOUS.test(text)) return text;
  return text
    .replaceAll('\0', '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(PHONE, `$1${MASK}`);
}

/** The JSON of what `JSON.parse` gave, as it may be stored. Throws {@link TooDeep}. */
export function cleanJsonText(value: object): string {
  checkDepth(value, 0);
  const text = JSON.stringify(value);
  // Most events are as they should be; to look at their text costs a fraction of a copy.
  return SUSPICIOUS_JSON.test(text) ? JSON.stringify(cleanJson(value)) : text;
}

function checkDepth(value: object, depth: number): void {
  if (depth === DEEPEST) throw new TooDeep();
  for (const item of Object.values(value))
    if (typeof item === 'object' && item !== null) checkDepth(item, depth + 1);
}

/** A copy of what `JSON.parse` gave that may be stored. Throws {@link TooDeep}. */
export function cleanJson(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value === 'number') return cleanText(String(value)).includes(MASK) ? MASK : value;
  if (typeof value !== 'object' || value === null) return value;
  if (depth === DEEPEST) throw new TooDeep();
  if (Array.isArray(value)) return value.map((item) => cleanJson(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !UNSAFE_KEYS.has(key))
      .map(([key, item]) => [cleanText(key), cleanJson(item, depth + 1)]),
  );
}
