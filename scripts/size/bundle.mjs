// Bundles a line of imports from the built packages, as an integrator's production build would.
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');
const page = join(root, '.cache/size');

/**
 * The packages of ours that `code` imports and that have not been built.
 * @param {string} code
 */
export function missingPackages(code) {
  return [...code.matchAll(/@fanfare\/([a-z-]+)/g)]
    .map(([name, folder = '']) => ({ name, folder: join(root, 'packages', folder) }))
    .filter(({ folder }) => !existsSync(join(folder, 'dist/index.js')))
    .map(({ name, folder }) => ({ name, exists: existsSync(join(folder, 'package.json')) }));
}

/**
 * Bytes of gzip, file by file as they travel: `first` is the entry with everything it imports statically,
 * `later` what it imports when it needs it.
 * @param {string} code
 */
export async function bundle(code) {
  installWorkspace();
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: page, sourcefile: 'page.js' },
    absWorkingDir: page,
    outdir: join(page, 'out'),
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    splitting: true,
    target: 'es2019',
    platform: 'browser',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  const { outputs } = metafile;
  const first = new Set();
  const follow = (/** @type {string} */ path) => {
    if (first.has(path)) return;
    first.add(path);
    for (const { path: next, kind } of outputs[path]?.imports ?? [])
      if (kind !== 'dynamic-import' && outputs[next]) follow(next);
  };
  const entry = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === 'page.js');
  if (!entry) throw new Error('The bundle has no entry.');
  follow(entry);

  const size = { first: 0, later: 0 };
  for (const { path, contents } of outputFiles) {
    const isFirst = path.endsWith('.css') || [...first].some((part) => join(page, part) === path);
    size[isFirst ? 'first' : 'later'] += gzipSync(contents, { level: 9 }).length;
  }
  return size;
}

/** A page's node_modules with every package of the workspace, so that each is found by its name and its exports. */
function installWorkspace() {
  const scope = join(page, 'node_modules/@fanfare');
  rmSync(scope, { recursive: true, force: true });
  mkdirSync(scope, { recursive: true });
  for (const name of readdirSync(join(root, 'packages')))
    symlinkSync(join(root, 'packages', name), join(scope, name), 'dir');
}
