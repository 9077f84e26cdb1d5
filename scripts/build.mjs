// Builds every package: declarations in one compiler run over the whole workspace, then each package's
// modules with Vite, from the entries that its `exports` name.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '..');
const declarations = join(root, '.cache/types');
const only = process.argv.slice(2);

rmSync(declarations, { recursive: true, force: true });
const tsc = spawnSync(
  join(root, 'node_modules/.bin/tsc'),
  ['--noEmit', 'false', '--emitDeclarationOnly', '--outDir', declarations],
  { cwd: root, stdio: 'inherit' },
);
if (tsc.status !== 0) process.exit(tsc.status ?? 1);

for (const name of readdirSync(join(root, 'packages'))) {
  if (only.length && !only.includes(name)) continue;
  const folder = join(root, 'packages', name);
  if (!existsSync(join(folder, 'package.json'))) continue;
  rmSync(join(folder, 'dist'), { recursive: true, force: true });
  cpSync(join(declarations, 'packages', name, 'src'), join(folder, 'dist'), { recursive: true });
  process.env.FANFARE_PACKAGE = folder;
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  console.log(`built @fanfare/${name} ${version}`);
}
