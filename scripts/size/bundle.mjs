// Bundles a line of imports from the built packages, as an integrator's production build would.

import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';

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

/** Resolves to the sources and takes their style sheets as Vite does, so that a bundle can be told apart by file. */
export const fromSources = /** @type {import('esbuild').BuildOptions} */ ({
  conditions: ['@fanfare/source'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  plugins: [
    {
      name: 'inline-styles',
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /\.css\?inline$/ }, ({ path, resolveDir }) => ({
          path: join(resolveDir, path.replace('?inline', '')),
          namespace: 'styles',
        }));
        onLoad({ filter: /./, namespace: 'styles' }, async ({ path }) => {
          const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true });
          return { contents: code, loader: 'text' };
        });
      },
    },
  ],
});

/**
 * What the first load is made of: minified bytes by source file, largest first.
 * @param {string} code
 */
export async function explain(code) {
  const { metafile } = await buildPage(code, fromSources);
  /** @type {Map<string, number>} */
  const bytes = new Map();
  for (const path of firstLoad(metafile))
    for (const [input, { bytesInOutput }] of Object.entries(metafile.outputs[path]?.inputs ?? {})) {
      const name = input
        .replace(/^(\.\.\/)+|styles:.*\/packages\//g, '')
        .replace(/^node_modules\/\.pnpm\/[^/]+\//, '');
      bytes.set(name, (bytes.get(name) ?? 0) + bytesInOutput);
    }
  return [...bytes].sort(([, a], [, b]) => b - a);
}

/**
 * Bytes of gzip, file by file as they travel: `first` is the entry with everything it imports statically,
 * `later` what it imports when it needs it.
 * @param {string} code
 */
export async function bundle(code) {
  const { outputFiles, metafile } = await buildPage(code);
  const first = firstLoad(metafile).map((path) => join(page, path));
  const size = { first: 0, later: 0 };
  for (const { path, contents } of outputFiles) {
    const isFirst = path.endsWith('.css') || first.includes(path);
    size[isFirst ? 'first' : 'later'] += gzipSync(contents, { level: 9 }).length;
  }
  return size;
}

/**
 * @param {string} code
 * @param {import('esbuild').BuildOptions} [more]
 */
function buildPage(code, more) {
  installWorkspace();
  return build({
    stdin: { contents: code, resolveDir: page, sourcefile: 'page.js' },
    absWorkingDir: page,
    outdir: join(page, 'out'),
    bundle: true,
    minify: true,
    format: 'esm',
    splitting: true,
    target: 'es2019',
    platform: 'browser',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"', __FANFARE_VERSION__: '"0.0.0"' },
    logLevel: 'error',
    ...more,
    write: false,
    metafile: true,
  });
}

/**
 * The outputs that a page loads at once: the entry and what it imports statically.
 * @param {import('esbuild').Metafile} metafile
 */
function firstLoad({ outputs }) {
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
  return /** @type {string[]} */ ([...first]);
}

/** A page's node_modules with every package of the workspace, so that each is found by its name and its exports. */
function installWorkspace() {
  const scope = join(page, 'node_modules/@fanfare');
  rmSync(scope, { recursive: true, force: true });
  mkdirSync(scope, { recursive: true });
  for (const name of readdirSync(join(root, 'packages')))
    symlinkSync(join(root, 'packages', name), join(scope, name), 'dir');
}
