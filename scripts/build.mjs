// Builds every package: declarations in one compiler run over all sources, then each package's modules with
// Vite, from the entries that its `exports` name; then the example pages that are written in TypeScript, from the
// built packages as any integrator would. `node scripts/build.mjs core new-year` builds only those.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { finishElements } from './elements/finish.mjs';
import { filesUnder } from './files.mjs';
import { writeThemes } from './themes/write-css.mjs';

const root = resolve(import.meta.dirname, '..');
const cache = join(root, '.cache');
const only = process.argv.slice(2);
const names = readdirSync(join(root, 'packages')).filter(
  (name) =>
    filesUnder(join(root, 'packages', name, 'src')).length > 0 && (only.length === 0 || only.includes(name)),
);

rmSync(join(cache, 'types'), { recursive: true, force: true });
mkdirSync(cache, { recursive: true });
const project = {
  extends: '../tsconfig.json',
  compilerOptions: { noEmit: false, emitDeclarationOnly: true, outDir: 'types' },
  include: names.map((name) => `../packages/${name}/src`),
};
writeFileSync(join(cache, 'declarations.json'), JSON.stringify(project));
const tsc = spawnSync(join(root, 'node_modules/.bin/tsc'), ['--project', join(cache, 'declarations.json')], {
  cwd: root,
  stdio: 'inherit',
});
if (tsc.status !== 0) process.exit(tsc.status ?? 1);

for (const name of names) {
  const folder = join(root, 'packages', name);
  rmSync(join(folder, 'dist'), { recursive: true, force: true });
  cpSync(join(cache, 'types/packages', name, 'src'), join(folder, 'dist'), { recursive: true });
  process.env.FANFARE_PACKAGE = folder;
  const { version, fanfare } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  try {
    await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
    if (fanfare?.classic) await finishElements(folder, fanfare.classic);
    if (name === 'themes') await writeThemes(folder);
  } catch (error) {
    // The others are still worth building; the whole fails in the end.
    console.error(`@fanfare/${name} could not be built: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
    continue;
  }
  console.log(`built @fanfare/${name} ${version}`);
}

const pages = readdirSync(join(root, 'examples')).filter(
  (name) =>
    existsSync(join(root, 'examples', name, 'index.html')) &&
    existsSync(join(root, 'examples', name, 'src')) &&
    (only.length === 0 || only.includes(name)),
);
for (const name of pages) {
  const folder = join(root, 'examples', name);
  const config = join(folder, 'vite.config.ts');
  try {
    await build({
      configFile: existsSync(config) ? config : false,
      root: folder,
      base: './',
      logLevel: 'warn',
      build: { target: 'es2020', emptyOutDir: true },
    });
    console.log(`built the page ${name}`);
  } catch (error) {
    console.error(`examples/${name} could not be built: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
