// The reference server against the whole kit where nothing runs at once: in memory.
import { memoryStore } from '@fanfare/server/memory';
import { expect, it } from 'vitest';
import { certify, verdictsOf } from './certified.js';

it('certifies the reference server in memory for every level but concurrency, which cannot show there', async () => {
  const report = await certify(memoryStore());
  const { concurrency, ...rest } = verdictsOf(report);
  expect(new Set(Object.values(rest))).toEqual(new Set(['certified']));
  expect(concurrency).toBe('not_certified');
  expect(report.levels.at(-1)!.reasons).toEqual([expect.stringContaining('answers one after another')]);
}, 240_000);
