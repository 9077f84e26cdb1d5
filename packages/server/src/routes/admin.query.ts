// What operators ask for in the query, refused by name where it cannot be meant.
import { isTime } from '@fanfare/protocol/checks';
import { refuse } from '../http/refusal.js';
import type { Call } from './call.js';

/** Refuses a parameter. */
export const invalid = (name: string, expected: string): never =>
  refuse('invalid', { errors: [{ pointer: `/${name}`, detail: `"${name}" expected ${expected}.` }] });

/** A moment (unix ms), or `otherwise` where none is given. */
export function timeOf({ query }: Call, name: string, otherwise: number): number {
  const text = query.get(name);
  if (text === null) return otherwise;
  return isTime(text) ? Date.parse(text) : invalid(name, 'a time with a zone');
}

/** One of some words; the first where none is given. */
export function oneOf<Word extends string>({ query }: Call, name: string, words: readonly Word[]): Word {
  const wanted = query.get(name) ?? words[0]!;
  return words.find((word) => word === wanted) ?? invalid(name, `one of ${words.join(', ')}`);
}
