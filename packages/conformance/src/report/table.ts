// The summary that a run ends with.
import type { LevelResult, Report } from '../report.js';

const WORDS = { certified: 'certified', failed: 'FAILED', not_certified: 'not certified' } as const;

const row = (cells: readonly string[]) =>
  [cells[0]!.padEnd(12), cells[1]!.padStart(6), cells[2]!.padStart(6), cells[3]!.padStart(8), `  ${cells[4]}`]
    .join(' ')
    .trimEnd();

const lineOf = ({ level, passed, failed, not_certified, verdict }: LevelResult) =>
  row([level, String(passed), String(failed), String(not_certified), WORDS[verdict]]);

/** The table of levels, and under it why something could not be tried. */
export function formatTable({ endpoint, server, ms, levels }: Report): string {
  const reasons = levels.flatMap(({ level, reasons: own }) => own.map((reason) => `  ${level}: ${reason}`));
  return [
    `${server} at ${endpoint}, ${(ms / 1000).toFixed(1)} s`,
    '',
    row(['level', 'passed', 'failed', 'not run', '']),
    ...levels.map(lineOf),
    ...(reasons.length > 0 ? ['', 'Not run, and so not certified:', ...reasons] : []),
  ].join('\n');
}
