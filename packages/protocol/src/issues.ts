// Turns a schema's issues into sentences that name the field, the value and the fix.
import type * as z from 'zod/mini';

export interface FieldProblem {
  /** RFC 6901 pointer to the field: `/prizes/0/weight`. */
  pointer: string;
  /** A full sentence. */
  detail: string;
}

type Issue = z.core.$ZodIssue;

/** Every issue as a field and a sentence; `input` is the value that was parsed. */
export function describeIssues(issues: readonly Issue[], input: unknown): FieldProblem[] {
  const fields = issues.flatMap((issue) => {
    // Unknown keys are reported one by one: each has a field of its own to point at.
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) =>
        problem([...issue.path, key], 'is not a known key; remove it or correct its spelling.'),
      );
    const value = issue.path.reduce<unknown>(
      (at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key],
      input,
    );
    return [problem(issue.path, `expected ${expectation(issue)}, got ${shown(value)}.`)];
  });
  // Zod goes on to measure a value of the wrong type if it has a length: only the first word on a field is right.
  return fields.filter(
    (field, index) => fields.findIndex(({ pointer }) => pointer === field.pointer) === index,
  );
}

function problem(path: readonly PropertyKey[], rest: string): FieldProblem {
  const pointer = path.map((key) => `/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
  return { pointer, detail: `"${path.map(String).join('.') || 'value'}" ${rest}` };
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.length > 1
        ? `one of ${issue.values.map(shown).join(', ')}`
        : shown(issue.values[0]);
    case 'too_small':
      return `at least ${issue.minimum}${unit(issue.origin)}`;
    case 'too_big':
      return `at most ${issue.maximum}${unit(issue.origin)}`;
    case 'invalid_type':
      return issue.expected === 'int' ? 'a whole number' : issue.expected;
    default:
      return issue.message?.replace(/^expected /, '') || 'another value';
  }
}

const unit = (origin: string) => (origin === 'string' ? ' characters' : origin === 'array' ? ' items' : '');

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const isPlain = typeof value === 'number' || typeof value === 'bigint';
  const text =
    typeof value === 'string'
      ? `"${value}"`
      : isPlain
        ? `${value}`
        : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
