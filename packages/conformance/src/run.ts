// One run: every case that can be tried is tried, most of them side by side.
import { type Case, levelOf } from './case.js';
import { findSerial } from './cases/concurrency/serial.js';
import { cases as allCases } from './cases/index.js';
import { show } from './exchange.show.js';
import { featuresOf, type Level, levelNames } from './levels.js';
import type { ConformanceOptions } from './options.js';
import { type CaseResult, type Report, summarize } from './report.js';
import { createTrials, type Trial } from './trial.js';
import { Broken, NotCertified } from './verdict.js';
import { createWorld, type World } from './world.js';

/** Cases that run at once. */
const WIDTH = 6;

/** Why a case cannot be tried on this backend; null when it can. */
function obstacle({ needs = [], features = [], clause }: Case, world: World): string | null {
  for (const feature of [...featuresOf(levelOf({ clause })), ...features])
    if (!world.features.has(feature)) return `the backend does not list feature "${feature}"`;
  return needs.map(world.missing).find((reason) => reason !== null) ?? null;
}

/** An answer that passed its checks and still could not be read: what a section lacks, say. */
const unreadable = (error: unknown) =>
  new Broken(
    `answers that the case can read; it stopped at: ${error instanceof Error ? error.message : error}`,
  );

/** How one case ends. */
async function tryCase(one: Case, trial: Trial): Promise<CaseResult> {
  const { clause, says, fix } = one;
  const started = performance.now();
  const end = (more: Omit<CaseResult, 'clause' | 'level' | 'says' | 'ms'>): CaseResult => ({
    clause,
    level: levelOf(one),
    says,
    ms: Math.round(performance.now() - started),
    ...more,
  });
  const reason = obstacle(one, trial.world);
  if (reason !== null) return end({ outcome: 'not_certified', reason });
  try {
    await one.run(trial);
    const serial = levelOf(one) === 'concurrency' ? await trial.serial() : null;
    return serial === null ? end({ outcome: 'passed' }) : end({ outcome: 'not_certified', reason: serial });
  } catch (error) {
    if (error instanceof NotCertified) return end({ outcome: 'not_certified', reason: error.message });
    const { expected, exchanges } = error instanceof Broken ? error : unreadable(error);
    return end({ outcome: 'failed', expected, fix, exchanges: exchanges.map(show) });
  }
}

const isChosen = ({ levels = levelNames, clauses }: ConformanceOptions, one: Case) =>
  levels.includes(levelOf(one)) && (clauses === undefined || clauses.includes(one.clause));

/**
 * Tries a backend as a black box. Rejects when it cannot be reached, or does not answer `GET /v1` as the contract has
 * it: there is nothing to certify then.
 */
export async function runConformance(url: string, options: ConformanceOptions = {}): Promise<Report> {
  const started = performance.now();
  const world = await createWorld(url, options);
  const trial = createTrials(world, findSerial);
  const chosen = allCases.filter((one) => isChosen(options, one));
  const results = new Map<Case, CaseResult>();
  const runOne = async (one: Case) => {
    const result = await tryCase(one, trial);
    results.set(one, result);
    options.onResult?.(result);
  };

  const queue = chosen.filter(({ isAlone }) => !isAlone).values();
  const worker = async () => {
    for (const one of queue) await runOne(one);
  };
  await Promise.all(Array.from({ length: WIDTH }, worker));
  for (const one of chosen.filter(({ isAlone }) => isAlone)) await runOne(one);

  const cases = chosen.map((one) => results.get(one)!);
  const tried = levelNames.filter((level: Level) => chosen.some((one) => levelOf(one) === level));
  return {
    endpoint: world.endpoint,
    server: world.server,
    at: new Date().toISOString(),
    ms: Math.round(performance.now() - started),
    levels: tried.map((level) => summarize(level, cases)),
    cases,
  };
}
