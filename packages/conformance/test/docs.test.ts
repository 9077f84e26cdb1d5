// docs/backend.md is what the contract and the cases say.
import { readFileSync } from 'node:fs';
import * as protocol from '@fanfare/protocol';
import { describe, expect, it } from 'vitest';
import { blocksOf, page, withBlocks } from '../../../scripts/backend-docs.mjs';
import * as kit from '../src/index.js';

describe('docs/backend.md', () => {
  const text = readFileSync(page, 'utf8');
  it('is up to date; run node scripts/openapi.mjs', () => {
    expect(withBlocks(text, blocksOf(protocol, kit))).toBe(text);
  });
  it('has every clause of the kit', () => {
    for (const { clause } of kit.cases) expect(text).toContain(`<a id="${clause}"></a>`);
  });
});

describe('clauses', () => {
  it('have names of their own', () => {
    const names = kit.cases.map(({ clause }) => clause);
    expect(new Set(names).size).toBe(names.length);
  });
  it.each(kit.cases)('$clause says what holds and how to mend it, in sentences', ({ says, fix }) => {
    expect(says).toMatch(/[.)]$/);
    expect(fix).toMatch(/[.)]$/);
  });
});
