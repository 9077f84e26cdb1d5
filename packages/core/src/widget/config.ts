// Reads a widget's configuration: from a bag of options, or from attributes. The schema is the only list of keys.
import { describeIssues } from '@fanfare/protocol';
import * as z from 'zod/mini';
import { FanfareError } from '../errors.js';
import type { ConfigSchema } from './widget.js';

/** @throws FanfareError `config_invalid` with one sentence for each wrong field. */
export function parseConfig<Schema extends ConfigSchema>(
  name: string,
  schema: Schema,
  input: unknown,
): z.output<Schema> {
  const parsed = z.safeParse(schema, input);
  if (parsed.success) return parsed.data;
  const sentences = describeIssues(parsed.error.issues, input).map(({ detail }) => detail);
  throw new FanfareError(
    name,
    'config_invalid',
    `${sentences.join(' ')} Correct the configuration of <fanfare-${name}>.`,
  );
}

export const attributeOf = (key: string) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The value that an attribute's text stands for, by the kind of the schema's field. */
export function readAttribute(schema: ConfigSchema, key: string, text: string): unknown {
  switch (kindOf(schema.shape[key])) {
    case 'number':
    case 'int':
      return text.trim() === '' ? text : Number(text);
    case 'boolean':
      return text !== 'false';
    case 'array':
    case 'object':
      try {
        return JSON.parse(text);
      } catch {
        return text;
      }
    default:
      return text;
  }
}

/** The innermost kind, below optional and default. */
function kindOf(field: unknown): string {
  const def = (field as { def?: { type: string; innerType?: unknown } } | undefined)?.def;
  return def?.innerType ? kindOf(def.innerType) : (def?.type ?? 'string');
}
