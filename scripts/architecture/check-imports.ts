// Who imports whom: the table, published entries only, declared dependencies, no cycles.
import { join } from 'node:path/posix';
import { findCycles } from './find-cycles';
import { matches, ownPackage, packageOf, resolve } from './resolve';
import { type ImportRule, importRules, newWidget } from './rules';
import { packageSources, type SourceFile, type Tree } from './tree';

/** Every import of a package is in its row of the table. */
export function checkImportTable(tree: Tree): string[] {
  return packageSources(tree).flatMap((file) => {
    const rule = importRules[file.package] ?? newWidget;
    return file.imports
      .filter(
        ({ specifier }) => !specifier.startsWith('.') && !matches(`@fanfare/${file.package}`, specifier),
      )
      .flatMap(({ specifier, kind }) => {
        if (allowed(rule, file).some((pattern) => matches(pattern, specifier))) return [];
        // The type of a lazy module costs nothing, so naming it is as good as `import()`.
        const mayLazily = rule.lazy?.some((pattern) => matches(pattern, specifier));
        if (mayLazily && kind !== 'static') return [];
        return [`${file.path}: may not import "${specifier}"${mayLazily ? ' except with import()' : ''}`];
      });
  });
}

/** Relative imports stay inside their package; ours are imported by an entry that `exports` names. */
export function checkPublishedEntries(tree: Tree): string[] {
  return [...tree.files.values()].flatMap((file) => {
    const home = file.path
      .split('/')
      .slice(0, file.path.startsWith('scripts/') ? 1 : 2)
      .join('/');
    return file.imports.flatMap(({ specifier }) => {
      if (specifier.startsWith('.')) {
        const isInside = join(file.path, '..', specifier).startsWith(`${home}/`);
        return isInside ? [] : [`${file.path}: "${specifier}" leaves ${home}; import a published entry`];
      }
      const { folder, subpath } = ownPackage(specifier);
      const manifest = folder ? tree.manifests.get(folder) : undefined;
      if (!folder || subpath in (manifest?.exports ?? {})) return [];
      if (Object.keys(manifest?.exports ?? {}).some((entry) => matchesWildcard(entry, subpath))) return [];
      return [`${file.path}: "${specifier}" is no entry of ${folder}'s exports`];
    });
  });
}

/** What a package imports, its manifest declares. */
export function checkDeclared(tree: Tree): string[] {
  return packageSources(tree).flatMap((file) => {
    const { dependencies, peerDependencies, optionalDependencies } = tree.manifests.get(file.package) ?? {};
    const declared = { ...dependencies, ...peerDependencies, ...optionalDependencies };
    return file.imports
      .map(({ specifier }) => packageOf(specifier))
      .filter(
        (name) => !/^(\.|node:)/.test(name) && name !== `@fanfare/${file.package}` && !(name in declared),
      )
      .map((name) => `${file.path}: "${name}" is not in the package's dependencies`);
  });
}

/** No file imports itself by way of others, and no package does. */
export function checkCycles(tree: Tree): string[] {
  const files = new Map<string, string[]>();
  const packages = new Map<string, string[]>();
  for (const file of packageSources(tree)) {
    const targets = file.imports.flatMap(({ specifier }) => resolve(tree, file, specifier) ?? []);
    files.set(
      file.path,
      targets.map((target) => target.path),
    );
    const others = targets.map((target) => target.package).filter((name) => name !== file.package);
    packages.set(file.package, [...(packages.get(file.package) ?? []), ...others]);
  }
  return [...findCycles(files), ...findCycles(packages)].map((cycle) => `a cycle: ${cycle.join(' -> ')}`);
}

function allowed(rule: ImportRule, file: SourceFile): string[] {
  const inside = file.path.slice(`packages/${file.package}/src/`.length);
  const extra = Object.entries(rule.within ?? {}).filter(([prefix]) => inside.startsWith(prefix));
  return [...rule.imports, ...extra.flatMap(([, imports]) => imports)];
}

const matchesWildcard = (entry: string, subpath: string) => {
  const [start = '', end] = entry.split('*');
  return end !== undefined && subpath.startsWith(start) && subpath.endsWith(end);
};
