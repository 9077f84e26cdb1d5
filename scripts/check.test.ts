// The gate itself: it counts, it stops what hangs, and it notices a README that lies about sizes.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createReport } from './check/report.mjs';
import { run } from './check/run.mjs';
import { filesNotRun } from './check/vitest.mjs';
import { readTable, sizeTable, withTable } from './size/table.mjs';

describe('the report', () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  const lines = () => log.mock.calls.map(([line]) => String(line));
  afterEach(() => log.mockClear());
  const ok = { ok: true, output: 'quiet' };
  const tests = (passed: number, failed: number) => ({ tests: { passed, failed, skipped: 0 } });

  it('counts every step beside its tests', () => {
    const report = createReport();
    report.add('lint', 1, ok);
    report.add('unit', 2, { ...ok, ...tests(40, 0) });
    expect(report.finish()).toBe(true);
    expect(lines().at(-1)).toBe('42 passed, 0 failed');
    expect(lines().join()).not.toContain('quiet');
  });

  it('fails with a failed test, a failed step, and without any test', () => {
    for (const [outcome, last] of [
      [{ ok: true, output: 'why', ...tests(1, 2) }, '2 passed, 2 failed'],
      [{ ok: false, output: 'why', ...tests(1, 0) }, '1 passed, 1 failed'],
      [{ ok: true, output: 'why' }, '1 passed, 1 failed'],
    ] as const) {
      const report = createReport();
      report.add('step', 1, outcome);
      expect(report.finish()).toBe(false);
      expect(lines().at(-1)).toBe(last);
    }
    expect(lines()).toContain('why');
  });
});

describe('a command of the gate', () => {
  it('tells its status and what it said', async () => {
    const { status, output } = await run(process.execPath, ['-e', 'console.log("said"); process.exit(3)']);
    expect({ status, output }).toEqual({ status: 3, output: 'said\n' });
  });

  it('is stopped at the deadline, with everything that it started', async () => {
    const start = Date.now();
    const { status, output } = await run('sh', ['-c', 'sleep 30 & sleep 30'], { deadline: start + 300 });
    expect(status).toBeNull();
    expect(output).toContain('time limit');
    expect(Date.now() - start).toBeLessThan(5000);
  });

  it('that does not exist is a failure', async () => {
    expect((await run('no-such-command', [])).status).toBe(1);
  });
});

it('knows the test files that no project ran', () => {
  expect(filesNotRun()).toContain('scripts/check.test.ts');
});

describe("the README's sizes", () => {
  const readme = 'before\n<!-- sizes -->\nold\n<!-- /sizes -->\nafter';
  const rows = [
    { name: 'countdown alone', first: 15_432, later: 0, max: 16_000 },
    { name: 'lottery', first: 23_900, later: 12_345, max: 24_000 },
  ];
  const written = withTable(readme, sizeTable(rows));

  it('are written between the markers, and read back as right', () => {
    expect(written).toMatch(/^before\n<!-- sizes -->\n\|[\s\S]+\|\n<!-- \/sizes -->\nafter$/);
    expect(written).toContain('| countdown alone | 15.4 KB | - | 16.0 KB |');
    expect(readTable(written, rows)).toEqual([]);
  });

  it.each([
    ['a first load that grew', { first: 15_700 }],
    ['a later load that grew', { later: 300 }],
    ['an import that is not listed', { name: 'poster' }],
  ])('are wrong with %s', (_, change) => {
    expect(readTable(written, [{ ...rows[0]!, ...change }, rows[1]!])).toHaveLength(1);
  });

  it('are missed where there is no table', () => {
    expect(readTable('# Fanfare', rows)).toHaveLength(1);
    expect(() => withTable('# Fanfare', '')).toThrow('sizes');
  });
});
