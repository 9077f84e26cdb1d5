// What claiming a reward needs, by the form that was promised with it.
import type { FieldProblem, Input, Reward } from '@fanfare/protocol';
import { refuse } from '../http/refusal.js';

type Form = Input<'reward.claim'>;
const FIELDS = ['address', 'account'] as const;

const problem = (name: string, expected: string): FieldProblem => ({
  pointer: `/${name}`,
  detail: `"${name}" expected ${expected}.`,
});

/** Refuses, naming each field, unless exactly what the reward needs was filled in. */
export function checkForm({ form }: Pick<Reward, 'form'>, input: Form): void {
  const errors = FIELDS.flatMap((name) => {
    const given = input[name];
    if (name === form) return given ? blanksIn(name, given) : [problem(name, 'to be filled in')];
    return given ? [problem(name, 'nothing: this reward does not need it')] : [];
  });
  if (errors.length) refuse('invalid', { errors });
}

/** Spaces are no answer. */
const blanksIn = (name: string, given: Record<string, string | undefined>): FieldProblem[] =>
  Object.entries(given)
    .filter(([, value]) => value !== undefined && value.trim() === '')
    .map(([field]) => ({
      pointer: `/${name}/${field}`,
      detail: `"${name}.${field}" expected to be filled in.`,
    }));
