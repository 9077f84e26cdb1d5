// Runs one of vitest's projects and counts its tests from the JSON report.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { filesUnder } from '../files.mjs';
import { root, run } from './run.mjs';

/** Absolute paths of the test files that some project has run. */
const filesRun = new Set();

/**
 * @param {string} project
 * @param {{ deadline: number, env: Record<string, string> }} options
 * @returns {Promise<import('./report.mjs').Outcome>}
 */
export async function runTests(project, { deadline, env }) {
  const file = join(root, '.cache/check', `${project}.json`);
  rmSync(file, { force: true });
  const { status, output } = await run(
    'node_modules/.bin/vitest',
    [
      'run',
      `--project=${project}`,
      '--passWithNoTests',
      // A busy machine may starve a browser for seconds. What fails, fails twice.
      '--retry=1',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { deadline, env },
  );
  if (!existsSync(file)) return { ok: false, output: `${output}\nvitest left no report.` };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  for (const { name } of report.testResults) filesRun.add(name);

  const passed = report.numPassedTests;
  const failed = report.numFailedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  // A file that broke before or after its tests is a failure that no test counts.
  const brokenFiles = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ result) =>
      result.status === 'failed' && !result.assertionResults.some((test) => test.status === 'failed'),
  );
  const ok = status === 0 || (status === 1 && failed > 0 && brokenFiles.length === 0);
  return { ok, output, tests: { passed, failed, skipped } };
}

/**
 * Test files on disk that no project picked up: a wrong name would else pass in silence.
 * @returns {string[]}
 */
export function filesNotRun() {
  return ['packages', 'examples', 'scripts', 'docs']
    .flatMap((folder) => filesUnder(join(root, folder)))
    .filter((file) => !file.includes('/scripts/new-widget/'))
    .filter((file) => /\.(test|spec)\.[cm]?[jt]sx?$/.test(file) && !filesRun.has(file))
    .map((file) => relative(root, file));
}
