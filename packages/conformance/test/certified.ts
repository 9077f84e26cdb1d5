// What every reference store is held to.
import type { Store } from '@fanfare/server';
import { expect } from 'vitest';
import { type ConformanceOptions, formatFailure, type Report, runConformance } from '../src/index.js';
import { ENDPOINT, referenceApp, referenceOptions, sealing } from './reference.js';

/** Runs the whole kit against the reference server over a store; nothing may fail. */
export async function certify(store: Store, options: ConformanceOptions = {}): Promise<Report> {
  await store.ready();
  const app = sealing(referenceApp({ store }));
  const report = await runConformance(ENDPOINT, { ...referenceOptions, ...options, fetch: app.fetch });
  const failed = report.cases.filter(({ outcome }) => outcome === 'failed');
  expect(failed.map(formatFailure).join('\n\n')).toBe('');
  return report;
}

/** Verdicts by level. */
export const verdictsOf = ({ levels }: Report) =>
  Object.fromEntries(levels.map(({ level, verdict }) => [level, verdict]));
