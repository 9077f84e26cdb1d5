// The table of faults names tests and breakages that are there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mutations } from './support/mutations';

const textOf = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');
const rows = textOf('faults.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (fault|---)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()) as [string, string, string, string, string]);

it('has a row for every fault', () => expect(rows.length).toBeGreaterThan(25));

it.each(rows)('%s%s', (_, __, file, test, mutation) => {
  expect(textOf(`${file}.test.ts`)).toContain(test);
  for (const one of mutation.split(' + ')) expect(Object.keys(mutations)).toContain(one);
});

it('every breakage is caught somewhere', () => {
  expect(
    Object.keys(mutations).filter((name) => !rows.some((row) => row[4].split(' + ').includes(name))),
  ).toEqual([]);
});

it.each(Object.entries(mutations))('the breakage "%s" still fits the source', (_, { file, from }) => {
  expect(textOf(`../src/${file}`)).toContain(from);
});
