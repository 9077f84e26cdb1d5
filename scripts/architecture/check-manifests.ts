// What every package brings: a README, a licence, and exports whose sources are there.
import { join } from 'node:path/posix';
import { widgetsOf } from './check-anatomy';
import { importRules } from './rules';
import { SOURCE_CONDITION, type Tree } from './tree';

export function checkManifests(tree: Tree): string[] {
  return [...tree.manifests].flatMap(([folder, manifest]) => {
    const home = `packages/${folder}`;
    const problems: string[] = [];
    if (manifest.name !== `@fanfare/${folder}`)
      problems.push(`is named ${manifest.name}, not @fanfare/${folder}`);
    if (manifest.license !== 'MIT') problems.push('has no licence MIT');
    if (!tree.exists(`${home}/README.md`)) problems.push('has no README.md');
    for (const [entry, target] of Object.entries(manifest.exports ?? {})) {
      const source = typeof target === 'string' ? target : target[SOURCE_CONDITION];
      if (!source) problems.push(`exports "${entry}" without its source (${SOURCE_CONDITION})`);
      else if (
        !source.includes('*') &&
        !/^\.\/(dist|package\.json)/.test(source) &&
        !tree.exists(join(home, source))
      )
        problems.push(`exports "${entry}" from ${source}, which is not there`);
    }
    return problems.map((problem) => `${home}/package.json: ${problem}`);
  });
}

/** Every package has a row in the import table, or is a widget. */
export function checkKnownPackages(tree: Tree): string[] {
  const widgets = widgetsOf(tree);
  return [...tree.manifests.keys()]
    .filter((folder) => !(folder in importRules) && !widgets.includes(folder))
    .map((folder) => `packages/${folder}: has no row in the import table and is no widget`);
}
