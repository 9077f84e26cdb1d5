// A small day through the built backend: the report says what the people did.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

it('simulates a day that is reported as it was', async () => {
  const script = new URL('simulate-day.mjs', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, [script, '--people', '120']);
  expect(stdout).toContain('The report says what the people did.');
  expect(Number(/accepted: (\d+)/.exec(stdout)?.[1])).toBeGreaterThan(1000);
  expect(Number(/duplicate: (\d+)/.exec(stdout)?.[1])).toBeGreaterThan(0);
}, 60_000);
