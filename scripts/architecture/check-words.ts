// What no source holds: ways to turn text into markup or code, chance that a test cannot set, Node in the page.
import { matches } from './resolve';
import { importRules, isExcepted } from './rules';
import { packageSources, type SourceFile, type Tree } from './tree';
import { isPropertyName, type Node, nameOf, walk } from './walk';

const MARKUP = /^(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment)$/;

export function checkWords(tree: Tree): string[] {
  const sources = [...packageSources(tree), ...examples(tree)];
  return sources.flatMap((file) =>
    wordsIn(file)
      .filter((word) => !isExcepted(file.path, word))
      .map((word) => `${file.path}: uses ${word}`),
  );
}

/** Packages for the page never import Node's own modules; where one may, the table says so. */
export function checkNode(tree: Tree): string[] {
  return packageSources(tree).flatMap((file) => {
    const inside = file.path.slice(`packages/${file.package}/src/`.length);
    const may = Object.entries(importRules[file.package]?.within ?? {}).some(
      ([prefix, imports]) =>
        inside.startsWith(prefix) && imports.some((pattern) => matches(pattern, 'node:fs')),
    );
    if (may) return [];
    return file.imports
      .filter(({ specifier }) => specifier.startsWith('node:'))
      .map(({ specifier }) => `${file.path}: imports ${specifier}, which no page has`);
  });
}

const examples = (tree: Tree) =>
  [...tree.files.values()].filter((file) => /^examples\/[^/]+\/src\//.test(file.path));

function wordsIn(file: SourceFile): string[] {
  const found = new Set<string>();
  if (file.program)
    walk(file.program, (node, parent) => {
      const word = wordOf(node, parent);
      if (word) found.add(word);
    });
  return [...found];
}

function wordOf(node: Node, parent: Node | undefined): string | undefined {
  if (node.type === 'MemberExpression') {
    const name = nameOf(node);
    if (name === 'Math.random' || name === 'document.write') return name;
  }
  if (node.type === 'JSXIdentifier' && MARKUP.test(node.name as string)) return node.name as string;
  if (node.type === 'Literal' && typeof node.value === 'string' && MARKUP.test(node.value)) return node.value;
  if (node.type !== 'Identifier') return undefined;
  const name = node.name as string;
  if (MARKUP.test(name)) return name;
  if (isPropertyName(node, parent)) return undefined;
  if (name === 'eval') return name;
  const isCalled = /^(New|Call)Expression$/.test(parent?.type ?? '') && parent?.callee === node;
  return name === 'Function' && isCalled ? 'new Function' : undefined;
}
