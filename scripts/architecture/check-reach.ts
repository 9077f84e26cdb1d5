// What a bundler would pull in from an entry, once it has dropped what nobody asked for.

import type { Import } from './find-imports';
import { matches, resolve } from './resolve';
import { unreachable } from './rules';
import type { SourceFile, Tree } from './tree';

/** From certain entries certain packages are out of reach. */
export function checkReach(tree: Tree): string[] {
  const [anyFile] = tree.files.values();
  return unreachable.flatMap(({ entries, packages, because, unlessLazy }) =>
    entries.flatMap((entry) => {
      const start = anyFile && resolve(tree, anyFile, entry);
      const way =
        start &&
        wayTo({ tree, packages, skipped: unlessLazy ? ['type', 'lazy'] : ['type'] }, start, undefined);
      return way ? [`${entry} reaches ${way.join(' <- ')}: ${because}`] : [];
    }),
  );
}

/** The names wanted of a module; undefined for everything. */
type Wanted = string[] | undefined;

interface Search {
  tree: Tree;
  packages: string[];
  /** Kinds of imports that do not count. */
  skipped: Import['kind'][];
}

/** The first way from a file to one of the packages, the package first; undefined where there is none. */
function wayTo(
  search: Search,
  file: SourceFile,
  wanted: Wanted,
  seen = new Set<string>(),
): string[] | undefined {
  const key = `${file.path} ${wanted?.join() ?? '*'}`;
  if (seen.has(key)) return undefined;
  seen.add(key);
  for (const one of file.imports) {
    const next = search.skipped.includes(one.kind) ? [] : wantedOf(search.tree, file, one, wanted);
    if (next?.length === 0) continue;
    if (search.packages.some((pattern) => matches(pattern, one.specifier))) return [one.specifier, file.path];
    const target = resolve(search.tree, file, one.specifier);
    const way = target && wayTo(search, target, next, seen);
    if (way) return [...way, file.path];
  }
  return undefined;
}

/** What an import asks of its target when `wanted` is asked of its file; empty when the import is not needed for it. */
function wantedOf(tree: Tree, file: SourceFile, one: Import, wanted: Wanted): Wanted {
  if (one.isStar && wanted) {
    const target = resolve(tree, file, one.specifier);
    const given = target && exportsOf(tree, target);
    return given ? wanted.filter((name) => given.has(name)) : wanted;
  }
  const asked = one.names?.filter(({ exported }) => !exported || !wanted || wanted.includes(exported));
  return asked?.map(({ imported }) => imported);
}

/** The names that a module exports, of its own and passed on. */
function exportsOf(tree: Tree, file: SourceFile): Set<string> {
  const names = new Set(file.exports);
  for (const one of file.imports) {
    for (const { exported } of one.names ?? []) if (exported) names.add(exported);
    const target = one.isStar && resolve(tree, file, one.specifier);
    if (target) for (const name of exportsOf(tree, target)) names.add(name);
  }
  return names;
}
