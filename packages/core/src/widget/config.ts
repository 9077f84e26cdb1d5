// Reads a widget's configuration. The fields are the only list of keys: attributes and properties follow from them.
import { FanfareError } from '../errors.js';
import type { ConfigOf, Fields } from './field.js';

/** @throws FanfareError `config_invalid` with one sentence for each wrong field. */
export function parseConfig<F extends Fields>(
  name: string,
  fields: F,
  input: Record<string, unknown>,
): ConfigOf<F> {
  const config: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [key, field] of Object.entries(fields)) {
    const value = input[key] ?? field.fallback;
    config[key] = value;
    if (value !== field.fallback && !field.accepts(value))
      problems.push(`"${key}" expected ${field.expected}, got ${shown(value)}.`);
  }
  const known = Object.keys(fields);
  for (const key of Object.keys(input))
    if (!known.includes(key))
      problems.push(`"${key}" is not a known option; the options are ${known.join(', ')}.`);
  if (problems.length)
    throw new FanfareError(
      name,
      'config_invalid',
      `${problems.join(' ')} Correct the options of <fanfare-${name}>.`,
    );
  return config as ConfigOf<F>;
}

/** `timeUrl` is the attribute `time-url`. */
export const attributeOf = (key: string) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function shown(value: unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    // Cyclic or a bigint: its plain form is good enough for a message.
  }
  text ??= String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
