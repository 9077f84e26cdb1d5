// Packs every package as a release would and checks the tarballs: publint (strict) and "are the types wrong".
// Packing goes through pnpm, so that `workspace:` and `catalog:` are resolved as they will be when published.
// `node scripts/check-packages.mjs elements react` checks only those.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { filesUnder } from './files.mjs';
import { pnpm } from './pnpm.mjs';

const root = resolve(import.meta.dirname, '..');
const execute = promisify(execFile);
const only = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'fanfare-pack-'));

try {
  const packages = readdirSync(join(root, 'packages')).filter(
    (name) =>
      filesUnder(join(root, 'packages', name, 'src')).length > 0 &&
      (only.length === 0 || only.includes(name)),
  );
  mkdirSync(folder, { recursive: true });
  const outcomes = await inPairs(packages, check);
  for (const { name, problems } of outcomes) {
    console.log(`${name}: ${problems.length === 0 ? 'ok' : 'FAILED'}`);
    for (const problem of problems) console.error(problem);
  }
  process.exitCode = outcomes.length > 0 && outcomes.every(({ problems }) => problems.length === 0) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {string} name */
async function check(name) {
  const { command, prefix } = pnpm();
  const tarball = join(folder, `${name}.tgz`);
  /** @type {string[]} */
  const problems = [];
  const tool = async (/** @type {string} */ file, /** @type {string[]} */ args, cwd = root) => {
    try {
      await execute(file, args, { cwd, env: { ...process.env, NO_COLOR: '1' } });
    } catch (error) {
      const { stdout, stderr } = /** @type {{ stdout: string, stderr: string }} */ (error);
      problems.push(`${stdout}${stderr}`.trim());
    }
  };
  await tool(command, [...prefix, 'pack', '--out', tarball], join(root, 'packages', name));
  if (problems.length > 0) return { name, problems };
  await tool('node_modules/.bin/publint', ['run', tarball, '--strict']);
  await tool('node_modules/.bin/attw', [
    tarball,
    '--profile',
    'esm-only',
    '--no-emoji',
    '--no-color',
    ...untyped(name),
  ]);
  return { name, problems };
}

/**
 * Entries that are data, not modules: the tool has no word for them.
 * @param {string} name
 */
function untyped(name) {
  const { exports } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
  const data = Object.entries(exports).filter(
    ([, target]) => typeof target === 'string' && /\.(json|css)$/.test(target),
  );
  const entries = data.map(([entry]) => entry).filter((entry) => entry !== './package.json');
  return entries.length > 0 ? ['--exclude-entrypoints', ...entries] : [];
}

/**
 * Two at a time: each packs and checks in processes of its own.
 * @template T, R
 * @param {T[]} items
 * @param {(item: T) => Promise<R>} work
 */
async function inPairs(items, work) {
  /** @type {R[]} */
  const results = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all([worker(), worker()]);
  return results;
}
