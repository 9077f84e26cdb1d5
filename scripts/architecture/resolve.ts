// Which file of the tree an import means.
import { join } from 'node:path/posix';
import { SOURCE_CONDITION, type SourceFile, type Tree } from './tree';

/** The source behind `./sibling.js`, `./style.css?inline` or `@fanfare/core/clock`; undefined for what is not ours. */
export function resolve(tree: Tree, from: SourceFile, specifier: string): SourceFile | undefined {
  const bare = specifier.split('?')[0] ?? '';
  if (bare.startsWith('.')) return moduleAt(tree, join(from.path, '..', bare));
  const { folder, subpath } = ownPackage(bare);
  const target = folder && tree.manifests.get(folder)?.exports?.[subpath];
  if (!target || typeof target === 'string') return undefined;
  const source = target[SOURCE_CONDITION];
  return source ? moduleAt(tree, join('packages', folder, source)) : undefined;
}

/** `@fanfare/core/clock` -> `{ folder: 'core', subpath: './clock' }`; no folder for packages that are not ours. */
export function ownPackage(specifier: string): { folder: string; subpath: string } {
  const [, folder = '', rest] = /^@fanfare\/([^/]+)(?:\/(.+))?$/.exec(specifier) ?? [];
  return { folder, subpath: rest ? `./${rest}` : '.' };
}

/** The name under which a registry knows what an import asks for: `zod/mini` -> `zod`, `@a/b/c` -> `@a/b`. */
export function packageOf(specifier: string): string {
  const [scope = '', name] = specifier.split('/');
  return scope.startsWith('@') && name ? `${scope}/${name}` : scope;
}

/**
 * Whether an import is covered by an entry of a rule: itself; below a package (`preact` covers `preact/hooks`,
 * `@fanfare/core` covers `@fanfare/core/clock`); or anything that begins as `node:*` does.
 */
export function matches(pattern: string, specifier: string): boolean {
  if (pattern.endsWith('*')) return specifier.startsWith(pattern.slice(0, -1));
  return specifier === pattern || (pattern === packageOf(pattern) && specifier.startsWith(`${pattern}/`));
}

function moduleAt(tree: Tree, path: string): SourceFile | undefined {
  const stem = path.replace(/\.js$/, '');
  for (const candidate of [path, `${stem}.ts`, `${stem}.tsx`, `${path}/index.ts`]) {
    const file = tree.files.get(candidate);
    if (file) return file;
  }
  return undefined;
}
