// The sources as the checks see them: parsed files by path, manifests by folder. Built from the disk or, in the
// checks' own tests, from a few lines of text.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { parseSync } from 'vite';
import { filesUnder } from '../files.mjs';
import { findImports, type Import } from './find-imports';
import type { Node } from './walk';

export interface SourceFile {
  /** From the workspace's root: `packages/core/src/index.ts`. */
  path: string;
  name: string;
  /** Folder under `packages/`; empty elsewhere. */
  package: string;
  text: string;
  /** Lines with something other than blanks and comments. */
  codeLines: number;
  /** Absent for what is not a module: CSS. */
  program?: Node;
  imports: Import[];
  /** The names it declares and exports. */
  exports: string[];
}

export interface Manifest {
  name?: string;
  license?: string;
  exports?: Record<string, string | Record<string, string>>;
  bin?: Record<string, string>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  /** `bundle`: its files hold their dependencies, so nobody installs those with it. */
  fanfare?: { bundle?: boolean };
}

export interface Tree {
  files: Map<string, SourceFile>;
  /** By folder under `packages/`. */
  manifests: Map<string, Manifest>;
  /** Every path that exists in a package, sources or not. */
  exists(path: string): boolean;
}

export const SOURCE_CONDITION = '@fanfare/source';

/** A tree from texts by path; what ends in `package.json` becomes a manifest. */
export function createTree(texts: Record<string, string>): Tree {
  const files = new Map<string, SourceFile>();
  const manifests = new Map<string, Manifest>();
  for (const [path, text] of Object.entries(texts)) {
    const manifestOf = /^packages\/([^/]+)\/package\.json$/.exec(path)?.[1];
    if (manifestOf) manifests.set(manifestOf, JSON.parse(text));
    else if (/\.([cm]?[jt]sx?|css)$/.test(path)) files.set(path, parseFile(path, text));
  }
  return { files, manifests, exists: (path) => path in texts };
}

/** The tree of the workspace at `root`: what is shipped or runs, without tests and fixtures. */
export function readTree(root: string): Tree {
  const texts: Record<string, string> = {};
  const add = (path: string) => {
    texts[relative(root, path)] = readFileSync(path, 'utf8');
  };
  for (const name of readdirSync(join(root, 'packages')))
    for (const path of filesUnder(join(root, 'packages', name)))
      if (!relative(join(root, 'packages', name), path).startsWith('test')) add(path);
  for (const folder of ['examples', 'scripts'])
    for (const path of filesUnder(join(root, folder)))
      if (/\.[cm]?[jt]sx?$/.test(path) && !/(\/test\/|\.test\.)/.test(path)) add(path);
  return createTree(texts);
}

function parseFile(path: string, text: string): SourceFile {
  const file = { path, name: basename(path), package: /^packages\/([^/]+)\//.exec(path)?.[1] ?? '', text };
  if (path.endsWith('.css')) return { ...file, codeLines: countLines(text), imports: [], exports: [] };
  const { program, module, comments, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const root = program as unknown as Node;
  const exports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, exportName }) => (moduleRequest ? [] : (exportName.name ?? 'default'))),
  );
  let code = text;
  for (const { start, end } of comments)
    code = code.slice(0, start) + code.slice(start, end).replace(/[^\n]/g, ' ') + code.slice(end);
  return { ...file, codeLines: countLines(code), program: root, imports: findImports(root), exports };
}

const countLines = (text: string) => text.split('\n').filter((line) => line.trim()).length;

/** The sources of packages: what is built and shipped. */
export const packageSources = (tree: Tree) =>
  [...tree.files.values()].filter((file) => file.path.startsWith(`packages/${file.package}/src/`));
