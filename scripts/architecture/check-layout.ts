// How files are named and how long they are.
import { forbiddenFiles, isExcepted, LONG, limits } from './rules';
import type { SourceFile, Tree } from './tree';
import type { Node } from './walk';

const KEBAB = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const isConfigFile = (name: string) =>
  /(^|\.)config\.[cm]?[jt]s$/.test(name) && /^(vite|vitest|\w+\.)?/.test(name);

export function checkNames(tree: Tree): string[] {
  return [...tree.files.values()].flatMap(({ path, name }) => {
    if (forbiddenFiles.test(name)) return [`${path}: name the file for the one idea it holds`];
    return KEBAB.test(name) ? [] : [`${path}: file names are kebab-case with dotted roles`];
  });
}

/** Named exports only; tools ask for a default export in their config files. */
export function checkDefaultExports(tree: Tree): string[] {
  return [...tree.files.values()]
    .filter((file) => !(isConfigFile(file.name) && !file.path.includes('/src/')))
    .filter((file) => bodyOf(file).some(isDefaultExport))
    .map((file) => `${file.path}: has a default export; name it`);
}

export function checkLengths(tree: Tree): string[] {
  return [...tree.files.values()]
    .map((file) => ({ path: file.path, lines: linesOf(file) }))
    .filter(({ path, lines }) => lines > limits.fileLines && !isExcepted(path, LONG))
    .map(({ path, lines }) => `${path}: has ${lines} lines, more than ${limits.fileLines}; split it by idea`);
}

/** Half of the sources are no longer than `median` lines, nine in ten no longer than `p90`. */
export function lengthsOf(files: SourceFile[]): {
  files: number;
  median: number;
  p90: number;
  longest: number;
} {
  const lines = files.map(linesOf).sort((a, b) => a - b);
  const at = (share: number) => lines[Math.min(lines.length - 1, Math.floor(lines.length * share))] ?? 0;
  return { files: lines.length, median: at(0.5), p90: at(0.9), longest: at(1) };
}

const linesOf = ({ text }: SourceFile) => text.trimEnd().split('\n').length;

const bodyOf = (file: SourceFile) => (file.program?.body ?? []) as Node[];

function isDefaultExport(node: Node): boolean {
  if (node.type === 'ExportDefaultDeclaration') return true;
  if (node.type !== 'ExportNamedDeclaration') return false;
  return (node.specifiers as Node[]).some((specifier) => (specifier.exported as Node).name === 'default');
}
