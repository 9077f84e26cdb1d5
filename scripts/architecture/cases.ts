// Every rule of the architecture with small workspaces that break it.
import { checkWidgetFiles, checkWidgetIndex, checkWidgetOrder } from './check-anatomy';
import { checkColours } from './check-colours';
import { checkFloor } from './check-floor';
import {
  checkCycles,
  checkDeclared,
  checkImportTable,
  checkPublishedEntries,
  checkUsed,
} from './check-imports';
import { checkDefaultExports, checkLengths, checkNames } from './check-layout';
import { checkKnownPackages, checkManifests } from './check-manifests';
import { checkReach } from './check-reach';
import { checkConfigKeys, checkController, checkState } from './check-roles';
import { checkNode, checkWords } from './check-words';
import type { Fixture } from './fixture';
import { SOURCE_CONDITION, type Tree } from './tree';

export interface Rule {
  rule: string;
  check: (tree: Tree) => string[];
  /** Each breaks the rule once; the key is a part of what must be said. */
  caught: Record<string, Fixture>;
}

export const rules: Rule[] = [
  {
    rule: 'packages import only what the table admits',
    check: checkImportTable,
    caught: {
      'may not import "@fanfare/lottery"': {
        'countdown/src/countdown.view.tsx': "import { lottery } from '@fanfare/lottery';",
      },
      'may not import "@fanfare/track"': {
        'lottery/src/a.ts': "import type { Tracker } from '@fanfare/track';",
      },
      'may not import "hono"': { 'core/src/a.ts': "export type { Hono } from 'hono';" },
      'may not import "zod"': { 'protocol/src/a.ts': "import * as z from 'zod';" },
      'may not import "jose"': { 'core/src/a.ts': "type Key = import('jose').KeyLike;" },
      'may not import "kysely"': { 'server/src/draw/a.ts': "import { sql } from 'kysely';" },
      'may not import "vitest"': { 'core/src/widget/a.ts': "import { it } from 'vitest';" },
      'may not import "@fanfare/core"': {
        'track/src/a.ts': "import { createActivity } from '@fanfare/core';",
      },
    },
  },
  {
    rule: 'imports go to published entries',
    check: checkPublishedEntries,
    caught: {
      'leaves packages/lottery': { 'lottery/src/a.ts': "import { x } from '../../core/src/errors.js';" },
      'is no entry of core': { 'lottery/src/a.ts': "import { x } from '@fanfare/core/secret';" },
    },
  },
  {
    rule: 'imports are declared as dependencies',
    check: checkDeclared,
    caught: {
      'a.ts: "preact" is not in': { 'core/src/a.ts': "import { h } from 'preact';" },
      'b.tsx: "preact" is not in': { 'core/src/b.tsx': 'export const b = <p>b</p>;' },
    },
  },
  {
    rule: 'dependencies are used',
    check: checkUsed,
    caught: { 'depends on "zod"': { 'protocol/src/index.ts': 'export const protocol = 1;' } },
  },
  {
    rule: 'there are no cycles',
    check: checkCycles,
    caught: {
      'packages/core/src/a.ts -> packages/core/src/b.ts -> packages/core/src/a.ts': {
        'core/src/a.ts': "import type { B } from './b.js';",
        'core/src/b.ts': "export * from './a.js';",
      },
      'core -> protocol -> core': {
        'core/src/index.ts': "import '@fanfare/protocol';",
        'protocol/src/index.ts': "import '@fanfare/core';",
      },
    },
  },
  {
    rule: 'certain packages are out of reach of certain entries',
    check: checkReach,
    caught: {
      '@fanfare/core/clock reaches preact': {
        'core/src/clock/index.ts': "export * from './clock.js';",
        'core/src/clock/clock.ts': "import { h } from 'preact';",
      },
      '@fanfare/core/clock reaches zod/mini': {
        'core/src/clock/index.ts': "import { time } from '@fanfare/protocol';",
        'protocol/src/index.ts': "export * from './primitives.js';",
        'protocol/src/primitives.ts': "import * as z from 'zod/mini'; export const time = z.string();",
      },
      '@fanfare/lottery reaches canvas-confetti': {
        'lottery/src/index.ts': "import confetti from 'canvas-confetti';",
      },
      '@fanfare/core reaches qrcode': {
        'core/src/index.ts': "export * from './share.js';",
        'core/src/share.ts': "import './qr.js';",
        'core/src/qr.ts': "import qrcode from 'qrcode';",
      },
      '@fanfare/server/memory reaches node:fs': {
        'server/package.json': JSON.stringify({
          exports: { './memory': { [SOURCE_CONDITION]: './src/memory.ts' } },
        }),
        'server/src/memory.ts': "export const open = () => import('./disk.js');",
        'server/src/disk.ts': "import 'node:fs';",
      },
    },
  },
  {
    rule: "a widget's files are named by role",
    check: checkWidgetFiles,
    caught: {
      'src/wheel.ts': { ...widget(), 'lottery/src/wheel.ts': '' },
      'src/parts/lottery.arc.ts': { ...widget(), 'lottery/src/parts/lottery.arc.ts': '' },
    },
  },
  {
    rule: "a widget's files import only files above them",
    check: checkWidgetOrder,
    caught: {
      'state.ts: imports packages/lottery/src/lottery.view.tsx': {
        ...widget(),
        'lottery/src/lottery.state.ts': "import { V } from './lottery.view.js';",
        'lottery/src/lottery.view.tsx': '',
      },
      'text.ts: imports packages/lottery/src/lottery.state.ts': {
        ...widget(),
        'lottery/src/lottery.text.ts': "import { a } from './lottery.angle.js';",
        'lottery/src/lottery.angle.ts': "import { s } from './lottery.state.js';",
        'lottery/src/lottery.state.ts': '',
      },
    },
  },
  {
    rule: "a widget's index is wiring",
    check: checkWidgetIndex,
    caught: {
      'holds logic': widget('export const lottery = defineWidget({ create: () => 1 });'),
      'lines of code': widget(`export const lottery = defineWidget({\n${'a,\n'.repeat(25)}});`),
    },
  },
  {
    rule: 'config keys are no attributes of every element',
    check: checkConfigKeys,
    caught: {
      'the key "title"': {
        ...widget(),
        'lottery/src/lottery.config.ts':
          "export const lotteryConfig = { kind: oneOf(['wheel'], 'wheel'), title: text('') } satisfies Fields;",
      },
    },
  },
  {
    rule: 'state computes',
    check: checkState,
    caught: {
      'reads the time (Date.now)': state('const now = Date.now();'),
      'reads the time (Date)': state('const now = new Date();'),
      'uses chance': state('const luck = Math.random();'),
      waits: state('export async function f() {}'),
      'reads the page (document)': state('const b = document.body;'),
      'reads the page (window)': state('const w = { window };'),
    },
  },
  {
    rule: 'controllers work without a page',
    check: checkController,
    caught: {
      'holds markup': { ...widget(), 'lottery/src/lottery.controller.tsx': 'const a = <p>hi</p>;' },
      'reads the page (window)': {
        ...widget(),
        'lottery/src/lottery.controller.ts': "window.addEventListener('online', f);",
      },
      'reads the page (fetch)': { ...widget(), 'lottery/src/lottery.controller.ts': "fetch('/');" },
    },
  },
  {
    rule: 'brand colours live in themes',
    check: checkColours,
    caught: {
      '.a { color: #f00 }': { 'lottery/src/lottery.css': '@media print { .a { color: #f00 } }' },
      ':host { color: red }': { 'lottery/src/lottery.css': ':host { color: red; --_b: red; }' },
      '.a { --_b: red }': { 'lottery/src/lottery.css': '.a { --_b: red; }' },
      '.b { color: var(--ff-color-b, red) }': {
        'lottery/src/lottery.css': '.b { color: var(--ff-color-b, red) }',
      },
      'rgb(0 0 0 / 40%)': { 'lottery/src/lottery.css': '.b { box-shadow: 0 0 2px rgb(0 0 0 / 40%) }' },
    },
  },
  {
    rule: 'no source turns text into markup or code, or throws its own dice',
    check: checkWords,
    caught: {
      'uses innerHTML': { 'core/src/a.ts': "el.innerHTML = '';" },
      'uses insertAdjacentHTML': { 'core/src/a.ts': "el['insertAdjacentHTML']('beforeend', x);" },
      'uses dangerouslySetInnerHTML': { 'core/src/a.tsx': 'const a = <p dangerouslySetInnerHTML={x} />;' },
      'uses eval': { 'core/src/a.ts': "(0, eval)('1');" },
      'uses new Function': { 'core/src/a.ts': "new Function('1');" },
      'uses Math.random': { 'core/src/a.ts': 'const random = Math.random;' },
    },
  },
  {
    rule: 'pages work in the browsers of the floor',
    check: checkFloor,
    caught: {
      'uses structuredClone': { 'core/src/a.ts': 'const copy = structuredClone(a);' },
      'uses Object.hasOwn': { 'core/src/a.ts': "Object.hasOwn(a, 'b');" },
      'uses AbortSignal.timeout': { 'core/src/a.ts': 'const signal = AbortSignal.timeout(1);' },
      'uses .at()': { 'lottery/src/a.ts': 'const last = list.at(-1);' },
      'uses .replaceAll()': { 'lottery/src/a.ts': "const text = name.replaceAll('a', 'b');" },
      'uses a lookbehind': { 'lottery/src/a.ts': 'const price = /(?<=¥)\\d+/;' },
    },
  },
  {
    rule: "Node's modules stay out of the page",
    check: checkNode,
    caught: {
      'core/src/a.ts: imports node:fs': { 'core/src/a.ts': "import 'node:fs';" },
      'server/src/app.ts: imports node:crypto': { 'server/src/app.ts': "import 'node:crypto';" },
    },
  },
  {
    rule: 'files are named for one idea',
    check: checkNames,
    caught: {
      'name the file for the one idea': { 'core/src/utils.ts': '' },
      'kebab-case': { 'core/src/createActivity.ts': '' },
    },
  },
  {
    rule: 'exports have names',
    check: checkDefaultExports,
    caught: {
      'has a default export': { 'core/src/a.ts': 'export default 1;' },
      'core/src/b.ts: has a default export': { 'core/src/b.ts': 'const b = 1; export { b as default };' },
    },
  },
  {
    rule: 'files are short',
    check: checkLengths,
    caught: { 'has 301 lines': { 'core/src/a.ts': 'a;\n'.repeat(301) } },
  },
  {
    rule: 'packages bring a README, a licence and their sources',
    check: checkManifests,
    caught: {
      'has no README': { 'core/README.md': null },
      'has no licence': { 'core/package.json': '{ "name": "@fanfare/core" }' },
      'is named core': { 'core/package.json': '{ "name": "core", "license": "MIT" }' },
      'which is not there': { 'core/src/clock/index.ts': null },
      'without its source': {
        'core/package.json': '{ "exports": { ".": { "default": "./dist/index.js" } } }',
      },
    },
  },
  {
    rule: 'packages are known',
    check: checkKnownPackages,
    caught: { 'packages/novelty': { 'novelty/package.json': '{}', 'novelty/src/index.ts': '' } },
  },
];

/** A small lottery that is as it should be, or whose index is as given. */
export function widget(index = 'export const lottery = defineWidget({ config: lotteryConfig });'): Fixture {
  return {
    'lottery/src/index.ts': `import { defineWidget } from '@fanfare/core';\n${index}`,
    'lottery/src/lottery.config.ts': 'export const lotteryConfig = { kind: listOf({ title: 1 }) };',
  };
}

export function state(text: string): Fixture {
  return { ...widget(), 'lottery/src/lottery.state.ts': text };
}
