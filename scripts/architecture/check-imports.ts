// Who imports whom: the table, published entries only, declared dependencies, no cycles.
import { join } from 'node:path/posix';
import { findCycles } from './find-cycles';
import { matches, ownPackage, packageOf, resolve } from './resolve';
import { importRules, newWidget } from './rules';
import { packageSources, type SourceFile, type Tree } from './tree';

/** Every import of a package is in its row of the table; how lazy ones are reached, check-reach.ts says. */
export function checkImportTable(tree: Tree): string[] {
  return packageSources(tree).flatMap((file) =>
    file.imports
      .filter(
        ({ specifier }) => !specifier.startsWith('.') && !matches(`@fanfare/${file.package}`, specifier),
      )
      .filter(({ specifier }) => !allowedIn(file).some((pattern) => matches(pattern, specifier)))
      .map(({ specifier }) => `${file.path}: may not import "${specifier}"`),
  );
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
    const { dependencies, peerDependencies, optionalDependencies, devDependencies, fanfare } =
      tree.manifests.get(file.package) ?? {};
    const bundled = fanfare?.bundle ? devDependencies : {};
    const declared = { ...dependencies, ...peerDependencies, ...optionalDependencies, ...bundled };
    return file.imports
      .map(({ specifier }) => packageOf(specifier))
      .filter(
        (name) => !/^(\.|node:)/.test(name) && name !== `@fanfare/${file.package}` && !(name in declared),
      )
      .map((name) => `${file.path}: "${name}" is not in the package's dependencies`);
  });
}

/** What a manifest makes its users install, some source imports. */
export function checkUsed(tree: Tree): string[] {
  const sources = packageSources(tree);
  return [...tree.manifests].flatMap(([folder, { dependencies = {} }]) => {
    const own = sources.filter((file) => file.package === folder);
    const used = new Set(own.flatMap((file) => file.imports.map(({ specifier }) => packageOf(specifier))));
    return Object.keys(dependencies)
      .filter((name) => own.length > 0 && !used.has(name))
      .map((name) => `packages/${folder}/package.json: depends on "${name}", which no source imports`);
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

function allowedIn(file: SourceFile): string[] {
  const { imports, lazy = [], within = {} } = importRules[file.package] ?? newWidget;
  const inside = file.path.slice(`packages/${file.package}/src/`.length);
  const extra = Object.entries(within).filter(([prefix]) => inside.startsWith(prefix));
  return [...imports, ...lazy, ...extra.flatMap(([, more]) => more)];
}

const matchesWildcard = (entry: string, subpath: string) => {
  const [start = '', end] = entry.split('*');
  return end !== undefined && subpath.startsWith(start) && subpath.endsWith(end);
};
