// A widget fresh from `npm run new-widget` passes every check that a finished one passes.
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { rules } from './architecture/cases';
import { readTree } from './architecture/tree';

const root = resolve(import.meta.dirname, '..');
/** A workspace of its own, so that the real one is not touched; inside it, so that what is installed is found. */
const workspace = join(root, '.cache/new-widget');
const widget = join(workspace, 'packages/jackpot');
const command = (name: string) => join(root, 'node_modules/.bin', name);

const execute = async (file: string, args: string[], cwd = workspace) => {
  const env = { ...process.env, NO_COLOR: '1', VITEST: undefined, NODE_ENV: undefined };
  try {
    return await promisify(execFile)(file, args, { cwd, env, timeout: 60_000, killSignal: 'SIGKILL' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${file} ${args.join(' ')}\n${stdout}${stderr}`);
  }
};
const scaffold = (name: string) =>
  execute(process.execPath, [join(root, 'scripts/new-widget.mjs'), name, '--into', workspace]);

/** Links what `pnpm install` would. */
function link(name: string, target: string) {
  const path = join(widget, 'node_modules', name);
  mkdirSync(resolve(path, '..'), { recursive: true });
  symlinkSync(target, path, 'dir');
}

beforeAll(async () => {
  rmSync(workspace, { recursive: true, force: true });
  mkdirSync(join(workspace, 'packages'), { recursive: true });
  cpSync(join(root, 'vite.config.ts'), join(workspace, 'vite.config.ts'));
  cpSync(join(root, 'scripts'), join(workspace, 'scripts'), {
    recursive: true,
    filter: (file) => !/\.test\.ts$/.test(file),
  });
  symlinkSync(join(root, 'node_modules'), join(workspace, 'node_modules'), 'dir');
  for (const name of ['core', 'protocol'])
    symlinkSync(join(root, 'packages', name), join(workspace, 'packages', name), 'dir');
  await scaffold('jackpot');
  const installed = join(root, 'packages/core/node_modules');
  for (const name of ['preact', '@preact/signals-core', '@fanfare/protocol'])
    link(name, join(installed, name));
  link('@fanfare/core', join(root, 'packages/core'));
});

describe('a new widget', () => {
  it('is named throughout', () => {
    const manifest = JSON.parse(readFileSync(join(widget, 'package.json'), 'utf8'));
    expect(manifest.name).toBe('@fanfare/jackpot');
    expect(readFileSync(join(widget, 'src/jackpot.view.tsx'), 'utf8')).toContain('function JackpotView');
    const texts = ['README.md', 'src/index.ts', 'src/element.ts', 'test/jackpot.browser.test.ts'];
    for (const file of texts) expect(readFileSync(join(widget, file), 'utf8')).not.toMatch(/novelty/i);
  });

  it('keeps to the architecture', () => {
    const tree = readTree(workspace);
    const problems = rules
      .flatMap(({ check }) => check(tree))
      .filter((problem) => problem.includes('jackpot'));
    expect(problems).toEqual([]);
  });

  it('passes lint and types', async () => {
    await execute(command('biome'), ['ci', '--colors=off', '--vcs-enabled=false', widget], root);
    const project = {
      extends: '../../tsconfig.json',
      include: ['packages/jackpot/src', 'packages/jackpot/test'],
    };
    writeFileSync(join(workspace, 'tsconfig.json'), JSON.stringify(project));
    await execute(command('tsc'), ['--noEmit', '--pretty', 'false', '--project', 'tsconfig.json']);
  });

  it.each(['unit', 'browser'])(
    'passes its %s tests, the shared contract of widgets among them',
    async (project) => {
      const { stdout } = await execute(command('vitest'), [
        'run',
        `--project=${project}`,
        'packages/jackpot',
      ]);
      expect(stdout).toMatch(/Tests +\d+ passed \(\d+\)/);
    },
  );

  it.each([
    ['jackpot', 'is there already'],
    ['Jack Pot', 'one lower-case word'],
    ['../core', 'one lower-case word'],
    ['class', 'one lower-case word'],
  ])('refuses the name %s', async (name, why) => {
    await expect(scaffold(name)).rejects.toThrow(why);
  });
});
