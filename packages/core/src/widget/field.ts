// The fields of a widget's configuration: what a value may be, how an attribute's text becomes one, and the words
// for a wrong one. Configurations are flat and short; a schema library would be half of a countdown's bytes.

/** One key of a configuration. */
export interface Field<T> {
  /** What stands there when the key is absent. */
  fallback: T;
  /** What a value must be, as a noun phrase: `expected <this>`. */
  expected: string;
  accepts(value: unknown): boolean;
  /** Reads an attribute's text. */
  read(text: string): unknown;
}

export type Fields = { [key: string]: Field<unknown> };
/** A parsed configuration. */
export type ConfigOf<F extends Fields> = { [Key in keyof F]: F[Key] extends Field<infer T> ? T : never };
/** A configuration as a host writes it: every key is optional. */
export type ConfigInput<F extends Fields> = Partial<ConfigOf<F>>;

const same = (text: string) => text;
const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** A string, with one that stands there when the key is absent. */
export const text = (fallback: string): Field<string> => ({
  fallback,
  expected: 'a text',
  accepts: (value) => typeof value === 'string',
  read: same,
});

/** A string that passes a test, e.g. a time with its zone. */
export const textThat = (expected: string, test: (value: string) => boolean): Field<string | undefined> => ({
  fallback: undefined,
  expected,
  accepts: (value) => typeof value === 'string' && test(value),
  read: same,
});

/** One of a few words. */
export const oneOf = <const T extends string>(words: readonly T[], fallback: T): Field<T> => ({
  fallback,
  expected: `one of ${words.map((word) => `"${word}"`).join(', ')}`,
  accepts: (value) => words.includes(value as T),
  read: same,
});

/** A whole number between two others, both included. */
export const whole = (fallback: number, least: number, most: number): Field<number> => ({
  fallback,
  expected: `a whole number from ${least} to ${most}`,
  accepts: (value) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most,
  read: (text) => (text.trim() ? Number(text) : text),
});

/** Yes or no; as an attribute, present or `false`. */
export const flag = (fallback: boolean): Field<boolean> => ({
  fallback,
  expected: 'true or false',
  accepts: (value) => typeof value === 'boolean',
  read: (text) => text !== 'false',
});

/** A list whose items pass a test; as an attribute, JSON. */
export const listOf = <T>(expected: string, test: (item: unknown) => boolean): Field<readonly T[]> => ({
  fallback: [],
  expected,
  accepts: (value) => Array.isArray(value) && value.length <= 500 && value.every(test),
  read: json,
});

/** A function of the host; never an attribute. */
export const callback = <T extends (...args: never[]) => unknown>(): Field<T | undefined> => ({
  fallback: undefined,
  expected: 'a function',
  accepts: (value) => typeof value === 'function',
  read: same,
});
