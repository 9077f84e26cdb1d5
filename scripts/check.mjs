// The gate behind `npm test`: lint, types, build, every test project, packed packages, sizes. Each step counts as
// one check beside the tests; the last line is `N passed, N failed`. `--full` adds the long tests.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createReport } from './check/report.mjs';
import { root, run, stopAll } from './check/run.mjs';
import { filesNotRun, runTests } from './check/vitest.mjs';

const full = process.argv.includes('--full');
const minutes = full ? { whole: 90, step: 60 } : { whole: 20, step: 9 };
const end = Date.now() + minutes.whole * 60_000;
/** When a step that starts now is stopped: one that hangs shall not take the others' time. */
const deadline = () => Math.min(end, Date.now() + minutes.step * 60_000);
/** @type {Record<string, string>} */
const env = full ? { FANFARE_FULL: '1' } : {};

/** @type {(command: string, ...args: string[]) => () => Promise<import('./check/report.mjs').Outcome>} */
const command =
  (name, ...args) =>
  async () => {
    const { status, output } = await run(name, args, { deadline: deadline(), env });
    return { ok: status === 0, output };
  };
/** @type {(project: string) => () => Promise<import('./check/report.mjs').Outcome>} */
const tests = (project) => () => runTests(project, { deadline: deadline(), env });

/** Steps of one stage run side by side; whatever measures time or needs the machine has a stage of its own. */
const stages = [
  [
    { name: 'lint', work: command('node_modules/.bin/biome', 'ci', '--colors=off', '.') },
    { name: 'types', work: command('node_modules/.bin/tsc', '--noEmit', '--pretty', 'false') },
    { name: 'build', work: command(process.execPath, 'scripts/build.mjs') },
  ],
  [
    { name: 'unit tests', work: tests('unit') },
    { name: 'packages', work: command(process.execPath, 'scripts/check-packages.mjs'), needsBuild: true },
    { name: 'sizes', work: command(process.execPath, 'scripts/size.mjs'), needsBuild: true },
    { name: 'docs', work: command('docs/node_modules/.bin/vitepress', 'build', 'docs'), needsBuild: true },
  ],
  [{ name: 'browser tests', work: tests('browser') }],
  [{ name: 'postgres tests', work: tests('postgres') }],
  [{ name: 'end-to-end tests', work: tests('e2e'), needsBuild: true }],
];

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.on(signal, () => {
    stopAll();
    process.exit(1);
  });

mkdirSync(join(root, '.cache/check'), { recursive: true });
const report = createReport();
let isBuilt = false;
for (const stage of stages) {
  await Promise.all(
    stage.map(async ({ name, work, needsBuild }) => {
      const start = Date.now();
      const canRun = !needsBuild || isBuilt;
      const outcome = canRun ? await work() : { ok: false, output: 'Not run: it needs the build.' };
      if (name === 'build') isBuilt = outcome.ok;
      report.add(name, (Date.now() - start) / 1000, outcome);
    }),
  );
}
if (isBuilt) {
  const forgotten = filesNotRun();
  report.add('every test file ran', 0, { ok: forgotten.length === 0, output: forgotten.join('\n') });
}
process.exit(report.finish() ? 0 : 1);
