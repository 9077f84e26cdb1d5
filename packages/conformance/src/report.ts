// What a run has found, as plain data.
import type { Sent } from './answered.js';
import type { Level } from './levels.js';

/** How a case ended. What could not be tried is `not_certified`, never passed. */
export type Outcome = 'passed' | 'failed' | 'not_certified';

/** One exchange as it is shown: credentials are blanked. */
export interface ShownExchange {
  sent: Sent;
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** One case's end. */
export interface CaseResult {
  clause: string;
  level: Level;
  says: string;
  outcome: Outcome;
  ms: number;
  /** Why it could not be tried. */
  reason?: string;
  /** What should have come back. */
  expected?: string;
  /** How to mend it. */
  fix?: string;
  /** What went there and back, the telling exchange last. */
  exchanges?: ShownExchange[];
}

/** `certified`: every case of the level passed. */
export type Verdict = 'certified' | 'failed' | 'not_certified';

/** One line of the summary. */
export interface LevelResult {
  level: Level;
  verdict: Verdict;
  passed: number;
  failed: number;
  not_certified: number;
  /** Why cases could not be tried, each reason once. */
  reasons: string[];
}

/** The whole report. */
export interface Report {
  endpoint: string;
  /** What the backend says of itself. */
  server: string;
  at: string;
  ms: number;
  levels: LevelResult[];
  cases: CaseResult[];
}

/** Sums up the cases of each level. */
export function summarize(level: Level, cases: readonly CaseResult[]): LevelResult {
  const own = cases.filter((one) => one.level === level);
  const count = (outcome: Outcome) => own.filter((one) => one.outcome === outcome).length;
  const [passed, failed, not_certified] = [count('passed'), count('failed'), count('not_certified')];
  return {
    level,
    verdict: failed > 0 ? 'failed' : not_certified > 0 || passed === 0 ? 'not_certified' : 'certified',
    passed,
    failed,
    not_certified,
    reasons: [...new Set(own.flatMap(({ reason }) => (reason === undefined ? [] : [reason])))],
  };
}

/** Whether nothing failed and every level of `named` is certified. */
export const isSatisfied = ({ levels }: Report, named: readonly Level[]): boolean =>
  levels.every(
    ({ level, verdict }) => verdict === 'certified' || (verdict !== 'failed' && !named.includes(level)),
  );
