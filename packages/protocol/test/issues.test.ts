// Every sentence names the field, what was expected and what came.
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { describeIssues, localText, time } from '../src/index.js';

const prize = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(8)),
  weight: z.int().check(z.minimum(0), z.maximum(99)),
});
const schema = z.strictObject({
  kind: z.enum(['wheel', 'grid']),
  prizes: z.array(prize).check(z.minLength(2), z.maxLength(3)),
  start_at: z.optional(time),
  title: z.optional(localText),
  'a/b~c': z.optional(z.boolean()),
});
const good = {
  kind: 'wheel',
  prizes: [
    { id: 'a', weight: 1 },
    { id: 'b', weight: 1 },
  ],
};

const table: [string, unknown, string, string][] = [
  [
    'a wrong choice',
    { ...good, kind: 'dice' },
    '/kind',
    '"kind" expected one of "wheel", "grid", got "dice".',
  ],
  [
    'a missing field',
    { prizes: good.prizes },
    '/kind',
    '"kind" expected one of "wheel", "grid", got nothing.',
  ],
  [
    'too few',
    { ...good, prizes: [{ id: 'a', weight: 1 }] },
    '/prizes',
    '"prizes" expected at least 2 items, got [{"id":"a","weight":1}].',
  ],
  ['a wrong type', { ...good, prizes: 'a' }, '/prizes', '"prizes" expected array, got "a".'],
  ['null', { ...good, prizes: null }, '/prizes', '"prizes" expected array, got null.'],
  [
    'a number too small',
    { ...good, prizes: [{ id: 'a', weight: -1 }, good.prizes[1]] },
    '/prizes/0/weight',
    '"prizes.0.weight" expected at least 0, got -1.',
  ],
  [
    'a number too big',
    { ...good, prizes: [good.prizes[0], { id: 'b', weight: 100 }] },
    '/prizes/1/weight',
    '"prizes.1.weight" expected at most 99, got 100.',
  ],
  [
    'an empty text',
    { ...good, prizes: [{ id: '', weight: 1 }, good.prizes[1]] },
    '/prizes/0/id',
    '"prizes.0.id" expected at least 1 characters, got "".',
  ],
  [
    'an unknown key',
    { ...good, colour: 'red' },
    '/colour',
    '"colour" is not a known key; remove it or correct its spelling.',
  ],
  [
    'an unknown key inside',
    { ...good, prizes: [{ ...good.prizes[0], wieght: 1 }, good.prizes[1]] },
    '/prizes/0/wieght',
    '"prizes.0.wieght" is not a known key; remove it or correct its spelling.',
  ],
  [
    'a rule with words of its own',
    { ...good, start_at: '2027' },
    '/start_at',
    '"start_at" expected a time with a zone, such as 2027-01-01T00:00:00+08:00, got "2027".',
  ],
  ['text in a language', { ...good, title: { en: 1 } }, '/title/en', '"title.en" expected string, got 1.'],
  [
    'a key that a pointer must escape',
    { ...good, 'a/b~c': 1 },
    '/a~1b~0c',
    '"a/b~c" expected boolean, got 1.',
  ],
  [
    'a broken number',
    { ...good, prizes: [{ id: 'a', weight: 0.5 }, good.prizes[1]] },
    '/prizes/0/weight',
    '"prizes.0.weight" expected a whole number, got 0.5.',
  ],
  [
    'a number without end',
    { ...good, prizes: [{ id: 'a', weight: Number.POSITIVE_INFINITY }, good.prizes[1]] },
    '/prizes/0/weight',
    '"prizes.0.weight" expected number, got Infinity.',
  ],
  ['no object at all', 7, '', '"value" expected object, got 7.'],
];

describe('describeIssues', () => {
  it.each(table)('%s', (_, input, pointer, detail) => {
    const { error } = schema.safeParse(input);
    expect(describeIssues(error?.issues ?? [], input)).toEqual([{ pointer, detail }]);
  });

  it('tells every problem, each with its own field', () => {
    const input = { kind: 1, prizes: [{ id: 1, weight: 'x', a: 1, b: 2 }, null], c: 3 };
    const { error } = schema.safeParse(input);
    const pointers = describeIssues(error?.issues ?? [], input).map((field) => field.pointer);
    expect(pointers.sort()).toEqual([
      '/c',
      '/kind',
      '/prizes/0/a',
      '/prizes/0/b',
      '/prizes/0/id',
      '/prizes/0/weight',
      '/prizes/1',
    ]);
  });

  it('cuts long values short', () => {
    const { error } = schema.safeParse({ ...good, kind: 'x'.repeat(500) });
    const [field] = describeIssues(error?.issues ?? [], { kind: 'x'.repeat(500) });
    expect(field?.detail.length).toBeLessThan(150);
    expect(field?.detail).toContain('...');
  });
});
