// Deliberately broken servers: each is caught by the case that should catch it, and for the right reason.
import { memoryStore } from '@fanfare/server/memory';
import { describe, expect, it } from 'vitest';
import { formatFailure, runConformance } from '../src/index.js';
import { coreDefects } from './broken/core.js';
import type { Defect } from './broken/defect.js';
import { drawDefects } from './broken/draw.js';
import { otherDefects } from './broken/others.js';
import { ENDPOINT, referenceApp, referenceOptions, sealing } from './reference.js';

const defects = [...coreDefects, ...drawDefects, ...otherDefects];

async function resultOf({ clause, store, fetch }: Defect) {
  const memory = memoryStore();
  const app = sealing(referenceApp({ store: store ? store(memory) : memory }));
  const report = await runConformance(ENDPOINT, {
    ...referenceOptions,
    fetch: fetch ? fetch(app.fetch) : app.fetch,
    clauses: [clause],
    // So many that only a broken pick is far enough from what was published.
    draws: 1200,
  });
  return report.cases[0]!;
}

describe.concurrent('a broken server is caught', () => {
  it.each(defects)('$name -> $clause', { timeout: 60_000 }, async (defect) => {
    const result = await resultOf(defect);
    expect([result.clause, result.outcome]).toEqual([defect.clause, 'failed']);
    expect(result.expected).toMatch(defect.expected);
    expect(formatFailure(result)).toContain('to mend it');
  });
});
