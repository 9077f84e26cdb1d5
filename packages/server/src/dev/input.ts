// The bodies of development routes: few fields, checked by hand, since they are no part of the contract.
import { readJson } from '../http/body.js';
import { refuse } from '../http/refusal.js';
import type { Call } from '../routes/call.js';

/** A body's fields by name. */
export type Fields = Record<string, unknown>;

/** Refuses and names one field. */
export const wrongField = (name: string, expected: string): never =>
  refuse('invalid', { errors: [{ pointer: `/${name}`, detail: `"${name}" expected ${expected}.` }] });

/** The body as an object that has no field beside `known`. */
export async function readFields({ request, env }: Call, known: readonly string[]): Promise<Fields> {
  const body = await readJson(request, env.limits.bodyBytes);
  if (!body || typeof body !== 'object' || Array.isArray(body)) return refuse('invalid');
  for (const name of Object.keys(body))
    if (!known.includes(name)) wrongField(name, `nothing of that name; known are ${known.join(', ')}`);
  return body as Fields;
}

/** A field that is text, or undefined when it is absent. */
export function optionalText(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  return typeof value === 'string' && value !== '' ? value : wrongField(name, 'some text');
}

/** A field that must be text. */
export const requiredText = (fields: Fields, name: string): string =>
  optionalText(fields, name) ?? wrongField(name, 'some text');

/** A field that is a whole number, or undefined when it is absent. */
export function optionalInteger(fields: Fields, name: string): number | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  return Number.isSafeInteger(value) ? (value as number) : wrongField(name, 'a whole number');
}
