// What the forms of rewards ask for, and what an answer must look like.
import type { LaterKey } from './invite.later-text.js';

/** A field of a form, by the name that the backend knows. */
export type FieldName = 'name' | 'phone' | 'region' | 'street' | 'postcode' | 'number';

export const FORMS: { readonly [form in 'address' | 'account']: readonly FieldName[] } = {
  address: ['name', 'phone', 'region', 'street', 'postcode'],
  account: ['name', 'number'],
};

const LONGEST = 200;
const SHAPES: { readonly [name in FieldName]?: RegExp } = {
  phone: /^\+?[\d\s()-]{5,24}$/,
  postcode: /^([0-9A-Za-z][0-9A-Za-z -]{2,11})?$/,
  number: /^\S[\S ]{3,}$/,
};

/** What is wrong with a field's value: a key of the words for it. */
export function problemOf(name: FieldName, value: string): LaterKey | undefined {
  const given = value.trim();
  if (!given) return name === 'postcode' ? undefined : 'fieldMissing';
  const shape = SHAPES[name];
  return given.length > LONGEST || (shape && !shape.test(given)) ? 'fieldWrong' : undefined;
}

/** The body of the claim; empty answers are left out. */
export function formBody(form: 'address' | 'account', values: { [name: string]: string }): object {
  const filled = FORMS[form].flatMap((name) => (values[name]?.trim() ? [[name, values[name].trim()]] : []));
  return { [form]: Object.fromEntries(filled) };
}
