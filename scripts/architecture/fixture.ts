// A workspace of a few lines that keeps every rule, to be spoilt by a test.
import { createTree, SOURCE_CONDITION, type Tree } from './tree';

/** Texts by path below `packages/`; null takes a file away. */
export type Fixture = Record<string, string | null>;

const manifest = (name: string, entries: Record<string, string>, dependencies: string[] = []) =>
  JSON.stringify({
    name: `@fanfare/${name}`,
    license: 'MIT',
    exports: Object.fromEntries(
      Object.entries(entries).map(([entry, source]) => [entry, { [SOURCE_CONDITION]: source }]),
    ),
    dependencies: Object.fromEntries(dependencies.map((name) => [name, '*'])),
  });

const whole: Fixture = {
  'protocol/package.json': manifest('protocol', { '.': './src/index.ts' }, ['zod']),
  'protocol/README.md': '',
  'protocol/src/index.ts': "import type * as z from 'zod/mini';",
  'core/package.json': manifest('core', { '.': './src/index.ts', './clock': './src/clock/index.ts' }, [
    '@fanfare/protocol',
  ]),
  'core/README.md': '',
  'core/src/index.ts':
    "export { clock } from './clock/index.js';\nimport type { Route } from '@fanfare/protocol';",
  'core/src/clock/index.ts': 'export const clock = 1;',
  'lottery/package.json': manifest('lottery', { '.': './src/index.ts' }, ['@fanfare/core']),
  'lottery/README.md': '',
  'lottery/src/index.ts': "export { clock } from '@fanfare/core/clock';",
};

/** The whole workspace with some files changed, added or taken away. */
export function fixture(changes: Fixture): Tree {
  const texts: Record<string, string> = {};
  for (const [path, text] of Object.entries({ ...whole, ...changes }))
    if (text !== null) texts[`packages/${path}`] = text;
  return createTree(texts);
}
